/** How a stage is found. */
@NullMarked
package io.github.feishuhire.worker.application;

import org.jspecify.annotations.NullMarked;
