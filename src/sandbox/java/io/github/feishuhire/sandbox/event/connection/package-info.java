/** Events by WebSocket: the server that clients of long connections talk to. */
@NullMarked
package io.github.feishuhire.sandbox.event.connection;

import org.jspecify.annotations.NullMarked;
