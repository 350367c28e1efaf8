/** Where a resume may be, and how its file may be called. */
@NullMarked
package io.github.feishuhire.worker.attachment;

import org.jspecify.annotations.NullMarked;
