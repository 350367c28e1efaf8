/** The engine's side of a job: fetching it, how long it is ours, and the commands that end it. */
@NullMarked
package io.github.feishuhire.worker.engine;

import org.jspecify.annotations.NullMarked;
