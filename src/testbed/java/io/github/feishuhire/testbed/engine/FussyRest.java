package io.github.feishuhire.testbed.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.feishuhire.testbed.engine.FussyEngine.Command;
import io.github.feishuhire.testbed.engine.FussyEngine.No;
import io.github.feishuhire.testbed.engine.FussyEngine.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** A fussy engine's REST API. */
final class FussyRest implements AutoCloseable {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final FussyEngine engine;
  private final HttpServer server;

  FussyRest(FussyEngine engine) {
    this.engine = engine;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v2/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = MAPPER.readTree(exchange.getRequestBody());
    Said one = said(exchange.getRequestURI().getPath(), body);
    switch (engine.hear(one)) {
      case No.Rest no -> send(exchange, no.status(), no.contentType(), no.body());
      case No.Silence silence -> {}
      case No.Grpc notForUs -> yes(exchange, one);
      case null -> yes(exchange, one);
    }
  }

  private static Said said(String path, JsonNode body) throws IOException {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "activation" -> new Said(Command.ACTIVATE, body);
      case "variables" -> new Said(Command.SET_VARIABLES, body.path("variables"));
      case "failure" -> new Said(Command.FAIL, body);
      case "completion" -> new Said(Command.COMPLETE, body.path("variables"));
      default -> throw new IOException("a command that is not expected: " + path);
    };
  }

  private void yes(HttpExchange exchange, Said one) throws IOException {
    if (one.command() == Command.ACTIVATE) {
      var jobs = engine.takeJobs(one.content().path("maxJobsToActivate").asInt());
      send(exchange, 200, "application/json", "{\"jobs\":[" + String.join(",", jobs) + "]}");
    } else {
      exchange.sendResponseHeaders(204, -1);
      exchange.close();
    }
  }

  private static void send(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    byte[] text = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", contentType);
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
