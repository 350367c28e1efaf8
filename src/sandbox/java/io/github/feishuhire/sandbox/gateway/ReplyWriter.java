package io.github.feishuhire.sandbox.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import okio.ByteString;

/** Puts one reply on the wire, whole or not quite. */
final class ReplyWriter {

  private static final int TRICKLES = 16;

  private final HttpExchange exchange;
  private final Optional<Api> api;
  private final String logId;
  private final BiConsumer<Integer, ByteString> witness;
  private final ShutdownSignal shutdown;

  /**
   * @param witness is told the status and the whole body before anything is sent
   */
  ReplyWriter(
      HttpExchange exchange,
      Optional<Api> api,
      String logId,
      BiConsumer<Integer, ByteString> witness,
      ShutdownSignal shutdown) {
    this.exchange = exchange;
    this.api = api;
    this.logId = logId;
    this.witness = witness;
    this.shutdown = shutdown;
  }

  void send(Reply reply) throws IOException {
    byte[] body = json(reply);
    begin(reply.status(), ByteString.of(body));
    exchange.getResponseBody().write(body);
  }

  void send(int status, String contentType, ByteString body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    begin(status, body);
    body.write(exchange.getResponseBody());
  }

  /** Promises the whole body, sends half of it; closing the exchange then breaks the connection. */
  void sendHalf(Reply reply) throws IOException {
    byte[] body = json(reply);
    begin(reply.status(), ByteString.of(body));
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }

  void trickle(Reply reply, Duration over) throws IOException {
    byte[] body = json(reply);
    begin(reply.status(), ByteString.of(body));
    OutputStream out = exchange.getResponseBody();
    int step = Math.max(1, body.length / TRICKLES);
    for (int sent = 0; sent < body.length; sent += step) {
      shutdown.await(over.dividedBy(TRICKLES));
      out.write(body, sent, Math.min(step, body.length - sent));
      out.flush();
    }
  }

  private byte[] json(Reply reply) {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    ObjectNode envelope = reply.envelope().deepCopy();
    ErrorDetails.addTo(envelope, api, logId);
    return envelope.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void begin(int status, ByteString body) throws IOException {
    witness.accept(status, body);
    exchange.getResponseHeaders().set("X-Tt-Logid", logId);
    // The server takes 0 for a body of unknown length and -1 for none.
    exchange.sendResponseHeaders(status, body.size() == 0 ? -1 : body.size());
  }
}
