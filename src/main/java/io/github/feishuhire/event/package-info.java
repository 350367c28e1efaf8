/** Feishu's events on their way to processes: whichever way they come, they become messages. */
@NullMarked
package io.github.feishuhire.event;

import org.jspecify.annotations.NullMarked;
