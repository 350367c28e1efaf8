/** The task that writes a note about a talent. */
@NullMarked
package io.github.feishuhire.worker.note;

import org.jspecify.annotations.NullMarked;
