package io.github.feishuhire.sandbox.event.connection;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Accepts WebSockets on a loopback port of its own. */
final class Server implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int LARGEST_REQUEST = 64 * 1024;
  private static final int LARGEST_FRAME = 16 * 1024 * 1024;

  private static final WebSocketServerProtocolConfig PROTOCOL =
      WebSocketServerProtocolConfig.newBuilder()
          .websocketPath("/ws/v2")
          .checkStartsWith(true)
          .maxFramePayloadLength(LARGEST_FRAME)
          .build();

  private final EventLoopGroup thread =
      new NioEventLoopGroup(1, new DefaultThreadFactory("sandbox-connections", true));
  private final Channel channel;

  Server(LongConnections connections) {
    channel =
        new ServerBootstrap()
            .group(thread)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel accepted) {
                    accepted
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(LARGEST_REQUEST),
                            new Entrance(connections),
                            new WebSocketServerProtocolHandler(PROTOCOL),
                            new Arrival(connections));
                  }
                })
            .bind(LOOPBACK, 0)
            .syncUninterruptibly()
            .channel();
  }

  int port() {
    return ((InetSocketAddress) channel.localAddress()).getPort();
  }

  /** Breaks every connection. */
  @Override
  public void close() {
    var unused = thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
