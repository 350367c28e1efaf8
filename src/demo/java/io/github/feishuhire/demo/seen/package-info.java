/** What the engine has written down, read once and kept as somebody who looks on would tell it. */
@NullMarked
package io.github.feishuhire.demo.seen;

import org.jspecify.annotations.NullMarked;
