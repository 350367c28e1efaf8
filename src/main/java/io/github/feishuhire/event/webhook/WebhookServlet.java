package io.github.feishuhire.event.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feishuhire.event.EventListener.Refusal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import okio.ByteString;

/** All that a port for webhooks serves: one path for each connection. */
final class WebhookServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  /** What is longer is no event. */
  private static final int LARGEST = 1024 * 1024;

  private final transient Map<String, Webhook> byPath;

  WebhookServlet(Map<String, Webhook> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Webhook webhook = byPath.get(request.getServletPath());
    if (webhook == null) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    } else if (!request.getMethod().equals("POST")) {
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      write(answer(webhook, request), response);
    }
  }

  private static Webhook.Answer answer(Webhook webhook, HttpServletRequest request)
      throws IOException {
    if (request.getContentLengthLong() > LARGEST) {
      return webhook.refuse(Refusal.TOO_LARGE);
    }
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      return webhook.refuse(Refusal.TOO_LARGE);
    }
    return webhook.answer(
        new Delivery(
            header(request, "X-Lark-Request-Timestamp"),
            header(request, "X-Lark-Request-Nonce"),
            header(request, "X-Lark-Signature"),
            ByteString.of(body)));
  }

  private static String header(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getHeader(name), "");
  }

  private static void write(Webhook.Answer answer, HttpServletResponse response)
      throws IOException {
    byte[] body = answer.body().getBytes(UTF_8);
    response.setStatus(answer.status());
    response.setContentLength(body.length);
    if (body.length > 0) {
      response.setContentType("application/json; charset=utf-8");
      response.getOutputStream().write(body);
    }
  }
}
