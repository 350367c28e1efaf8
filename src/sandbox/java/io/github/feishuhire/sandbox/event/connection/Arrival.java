package io.github.feishuhire.sandbox.event.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;

/** Has a client in its place as soon as there is a WebSocket. */
final class Arrival extends ChannelInboundHandlerAdapter {

  private final LongConnections connections;

  Arrival(LongConnections connections) {
    this.connections = connections;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof HandshakeComplete opened) {
      connections
          .join(opened.requestUri(), context.channel())
          .ifPresentOrElse(
              client -> context.pipeline().replace(this, null, client),
              () -> {
                var unused = context.close();
              });
    }
  }
}
