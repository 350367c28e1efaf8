package io.github.feishuhire.sandbox.event.connection;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Lets in who has a ticket; the others are told why not, in headers. */
final class Entrance extends SimpleChannelInboundHandler<FullHttpRequest> {

  private final LongConnections connections;

  Entrance(LongConnections connections) {
    this.connections = connections;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    connections
        .refusalOf(request.uri())
        .ifPresentOrElse(
            why -> refuse(context, why), () -> context.fireChannelRead(request.retain()));
  }

  /** Assumption: which HTTP status it has. */
  private static void refuse(ChannelHandlerContext context, EndpointCode why) {
    var reply = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.FORBIDDEN);
    reply
        .headers()
        .set("handshake-status", EndpointCode.AUTH_FAILED.code())
        .set("handshake-msg", why.message())
        .set("handshake-autherrcode", why.code())
        .set("content-length", 0);
    context.writeAndFlush(reply).addListener(ChannelFutureListener.CLOSE);
  }
}
