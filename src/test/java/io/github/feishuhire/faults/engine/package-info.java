/** A real broker as a process, its records, and the way to it that can be held up or cut. */
@NullMarked
package io.github.feishuhire.faults.engine;

import org.jspecify.annotations.NullMarked;
