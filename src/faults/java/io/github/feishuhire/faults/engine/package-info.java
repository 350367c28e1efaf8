/** What the broker recorded, the workers, and their way to it that can be held up or cut. */
@NullMarked
package io.github.feishuhire.faults.engine;

import org.jspecify.annotations.NullMarked;
