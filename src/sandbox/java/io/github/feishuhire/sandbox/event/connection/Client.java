package io.github.feishuhire.sandbox.event.connection;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.ByteString;
import io.github.feishuhire.sandbox.event.ClientConfig;
import io.github.feishuhire.sandbox.event.Way;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A client that is connected: its pings are answered, and it answers what is pushed to it. */
final class Client extends SimpleChannelInboundHandler<BinaryWebSocketFrame> {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TYPE = "type";
  private static final String MESSAGE_ID = "message_id";

  private final Channel channel;
  private final int service;
  private final ClientConfig config;
  private final int partSize;
  private final Map<String, CompletableFuture<Integer>> awaited = new ConcurrentHashMap<>();
  private final AtomicInteger pings = new AtomicInteger();
  private volatile boolean isSilent;

  Client(Channel channel, int service, ClientConfig config, int partSize) {
    this.channel = channel;
    this.service = service;
    this.config = config;
    this.partSize = partSize;
    channel.closeFuture().addListener(closed -> awaited.values().forEach(Client::giveUp));
  }

  /** The code of its answer; none when the connection ends first. */
  CompletableFuture<Integer> push(String messageId, byte[] event) {
    var answer = new CompletableFuture<Integer>();
    awaited.put(messageId, answer);
    int parts = Math.max(1, (event.length + partSize - 1) / partSize);
    for (int part = 0; part < parts; part++) {
      int from = part * partSize;
      ByteString payload =
          ByteString.copyFrom(event, from, Math.min(partSize, event.length - from));
      send(new WireFrame(1, 1, service, WireFrame.DATA, headers(messageId, parts, part), payload));
    }
    if (!channel.isActive()) {
      giveUp(answer);
    }
    return answer.whenComplete((code, failure) -> awaited.remove(messageId));
  }

  private static Map<String, String> headers(String messageId, int parts, int part) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(TYPE, "event");
    headers.put(MESSAGE_ID, messageId);
    headers.put("sum", Integer.toString(parts));
    headers.put("seq", Integer.toString(part));
    headers.put("trace_id", messageId.substring(0, messageId.length() / 2));
    return headers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, BinaryWebSocketFrame received)
      throws IOException {
    WireFrame frame = WireFrame.read(ByteBufUtil.getBytes(received.content()));
    if (frame.method() == WireFrame.DATA) {
      CompletableFuture<Integer> answer = awaited.get(frame.header(MESSAGE_ID));
      if (answer != null) {
        answer.complete(code(frame));
      }
    } else if (frame.header(TYPE).equals("ping")) {
      pings.incrementAndGet();
      Map<String, String> headers = Map.of(TYPE, "pong");
      ByteString payload = ByteString.copyFromUtf8(config.tree().toString());
      send(new WireFrame(0, 0, service, WireFrame.CONTROL, headers, payload));
    }
  }

  /** An answer that is not like those of Feishu's own client counts for none. */
  private int code(WireFrame frame) throws IOException {
    boolean isAnswer = frame.service() == service && frame.header("biz_rt").matches("\\d+");
    return isAnswer
        ? JSON.readTree(frame.payload().toByteArray()).path("code").asInt(Way.NO_ANSWER)
        : Way.NO_ANSWER;
  }

  private void send(WireFrame frame) {
    if (!isSilent) {
      var unused =
          channel.writeAndFlush(new BinaryWebSocketFrame(Unpooled.wrappedBuffer(frame.bytes())));
    }
  }

  int pings() {
    return pings.get();
  }

  /** Breaks the connection without a word. */
  void cut() {
    var unused = channel.close();
  }

  /** Keeps the connection open, but neither reads nor writes on it any more. */
  void fallSilent() {
    isSilent = true;
    channel.config().setAutoRead(false);
  }

  private static void giveUp(CompletableFuture<Integer> answer) {
    answer.complete(Way.NO_ANSWER);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }
}
