/** Notes on talents. */
@NullMarked
package io.github.feishuhire.api.note;

import org.jspecify.annotations.NullMarked;
