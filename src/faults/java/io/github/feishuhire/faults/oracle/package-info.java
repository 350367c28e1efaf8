/** Judges histories after the fact: what the engine recorded against what Feishu was sent. */
@NullMarked
package io.github.feishuhire.faults.oracle;

import org.jspecify.annotations.NullMarked;
