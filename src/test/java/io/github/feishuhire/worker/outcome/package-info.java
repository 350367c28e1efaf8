/** What each failure becomes for the process, as tables. */
@NullMarked
package io.github.feishuhire.worker.outcome;

import org.jspecify.annotations.NullMarked;
