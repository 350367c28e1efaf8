/** Uploads: the form on the wire, and file names that are hard to write into it. */
@NullMarked
package io.github.feishuhire.api.attachment;

import org.jspecify.annotations.NullMarked;
