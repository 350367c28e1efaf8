package io.github.feishuhire.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code GET /sandbox/applications} lists, {@code POST /sandbox/applications/<id>/<action>[/
 * <detail>]} does something. It asks for no token: only this machine reaches it.
 */
public final class ControlHandler implements HttpHandler {

  /** Below it nothing is Feishu's. */
  public static final String PATH = "/sandbox/";

  private static final String APPLICATIONS = "applications";

  private final Desk desk;

  public ControlHandler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      Reply reply;
      try {
        reply = answer(exchange);
      } catch (Refusal refusal) {
        reply = refusal.reply();
      }
      byte[] body = (reply.envelope() + "\n").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Reply answer(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath().substring(PATH.length());
    List<String> segments = List.of(path.split("/"));
    if (!segments.getFirst().equals(APPLICATIONS) || segments.size() > 4) {
      throw new Refusal(ErrorCode.PATH_NOT_FOUND);
    }
    if (segments.size() == 1) {
      ObjectNode all = Reply.object();
      all.putArray(APPLICATIONS).addAll(desk.list());
      return Reply.ok(all);
    }
    if (!exchange.getRequestMethod().equals("POST") || segments.size() < 3) {
      throw new Refusal(ErrorCode.WRONG_METHOD);
    }
    return Reply.ok(
        desk.perform(
            segments.get(1), segments.get(2), segments.size() == 4 ? segments.get(3) : ""));
  }
}
