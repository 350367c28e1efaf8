@NullMarked
package io.github.feishuhire.build;

import org.jspecify.annotations.NullMarked;
