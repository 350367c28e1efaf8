/** All that people read and the product writes, in each of its languages. */
@NullMarked
package io.github.feishuhire.words;

import org.jspecify.annotations.NullMarked;
