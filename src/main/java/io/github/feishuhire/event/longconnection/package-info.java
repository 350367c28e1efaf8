/**
 * Feishu's long connection: events come over a WebSocket that this side has opened, so nothing has
 * to be reachable from outside. The protocol is that of Feishu's own clients.
 */
@NullMarked
package io.github.feishuhire.event.longconnection;

import org.jspecify.annotations.NullMarked;
