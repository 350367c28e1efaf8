/** The connector with the sandbox in the place of Feishu: a jar of its own, for trying things. */
@NullMarked
package io.github.feishuhire.sandboxed;

import org.jspecify.annotations.NullMarked;
