@NullMarked
package io.github.feishuhire.words;

import org.jspecify.annotations.NullMarked;
