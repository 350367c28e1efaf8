@NullMarked
package io.github.feishuhire.sandboxed;

import org.jspecify.annotations.NullMarked;
