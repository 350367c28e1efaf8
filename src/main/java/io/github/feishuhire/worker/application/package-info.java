/** The tasks about applications: how far they are, and how they go on or end. */
@NullMarked
package io.github.feishuhire.worker.application;

import org.jspecify.annotations.NullMarked;
