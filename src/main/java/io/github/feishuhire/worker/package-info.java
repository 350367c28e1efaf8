/**
 * Jobs of the engine become calls of the client: bind, run, report. {@link
 * io.github.feishuhire.worker.Operations} is the whole connector on one screen. No HTTP type
 * appears here.
 */
@NullMarked
package io.github.feishuhire.worker;

import org.jspecify.annotations.NullMarked;
