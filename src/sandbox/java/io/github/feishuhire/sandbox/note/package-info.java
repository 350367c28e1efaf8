/** Notes on talents. */
@NullMarked
package io.github.feishuhire.sandbox.note;

import org.jspecify.annotations.NullMarked;
