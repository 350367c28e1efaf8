/** How submissions are bound, and what a process learns of a result. */
@NullMarked
package io.github.feishuhire.worker.delivery;

import org.jspecify.annotations.NullMarked;
