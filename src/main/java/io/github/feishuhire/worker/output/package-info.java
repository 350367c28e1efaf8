/** How what Feishu answers becomes a variable of the process. */
@NullMarked
package io.github.feishuhire.worker.output;

import org.jspecify.annotations.NullMarked;
