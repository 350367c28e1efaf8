/** The rings and the rules that keep them, as tests. */
@NullMarked
package io.github.feishuhire.architecture;

import org.jspecify.annotations.NullMarked;
