/** Uploaded files by name, size and digest; the content itself is never kept. */
@NullMarked
package io.github.feishuhire.sandbox.attachment;

import org.jspecify.annotations.NullMarked;
