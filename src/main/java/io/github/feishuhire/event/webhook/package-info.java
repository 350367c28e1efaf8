/** Events that Feishu sends to an address of ours. */
@NullMarked
package io.github.feishuhire.event.webhook;

import org.jspecify.annotations.NullMarked;
