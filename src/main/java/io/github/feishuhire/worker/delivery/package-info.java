/** The tasks that submit a candidate and learn what became of it. */
@NullMarked
package io.github.feishuhire.worker.delivery;

import org.jspecify.annotations.NullMarked;
