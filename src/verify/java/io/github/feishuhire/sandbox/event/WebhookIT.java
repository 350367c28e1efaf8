package io.github.feishuhire.sandbox.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.lark.oapi.core.request.EventReq;
import com.lark.oapi.core.response.EventResp;
import com.lark.oapi.event.EventDispatcher;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feishu's own SDK behind an HTTP server takes what the sandbox pushes. */
final class WebhookIT {

  private static final String APP = SandboxSettings.DEFAULT_APP.id();
  private static final String TOKEN = "rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV";

  private final Heard heard = new Heard();
  private final CountDownLatch end = new CountDownLatch(1);
  private final HttpServer server;
  private volatile EventDispatcher sdk = heard.dispatcher(TOKEN, "");
  private volatile boolean isSlow;

  WebhookIT() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void listen() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/events", this::take);
    server.start();
  }

  @AfterEach
  void close() {
    end.countDown();
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      EventReq request = new EventReq();
      request.setHeaders(exchange.getRequestHeaders());
      request.setBody(exchange.getRequestBody().readAllBytes());
      EventResp reply = reply(request);
      exchange.sendResponseHeaders(reply.getStatusCode(), reply.getBody().length);
      exchange.getResponseBody().write(reply.getBody());
    }
  }

  private EventResp reply(EventReq request) {
    try {
      if (isSlow) {
        end.await();
      }
      return sdk.handle(request);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theSdkReadsWhatIsEncryptedAndSigned() {
    sdk = heard.dispatcher(TOKEN, "test key");
    assertHeard(webhook("test key"));
  }

  @Test
  void theSdkReadsWhatIsPlain() {
    assertHeard(webhook(null));
  }

  @Test
  void theSdkAnswersTheChallenge() {
    sdk = heard.dispatcher(TOKEN, "test key");
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(sandbox.webhooks().save(APP, webhook("test key"))).isTrue();
      assertThat(sandbox.webhooks().serves(APP)).isTrue();
    }
  }

  @Test
  void anAddressThatDoesNotAnswerTheChallengeIsNotKept() {
    isSlow = true;
    try (Sandbox sandbox = Sandbox.start()) {
      assertThat(sandbox.webhooks().save(APP, webhook(null))).isFalse();
      assertThat(sandbox.webhooks().serves(APP)).isFalse();
    }
  }

  @Test
  void whatIsSignedWithAnotherKeyIsRefused() {
    sdk = heard.dispatcher(TOKEN, "another key");
    assertAnswers(webhook("test key"), 500, 500);
  }

  @Test
  void whatIsRefusedIsPushedAgain() {
    heard.refuse(1);
    assertAnswers(webhook(null), 500, 200);
  }

  @Test
  void whatIsNotAnsweredInTimeIsPushedAgain() {
    isSlow = true;
    assertAnswers(webhook(null), Way.NO_ANSWER, Way.NO_ANSWER);
  }

  private void assertHeard(Webhook webhook) {
    assertAnswers(webhook, 200);
    assertThat(heard.applicationIds()).containsExactly("6891470273284114702");
  }

  private static void assertAnswers(Webhook webhook, Integer... codes) {
    EventSettings events =
        EventSettings.DEFAULT
            .withWebhook(APP, webhook)
            .withAnswerWithin(Duration.ofSeconds(1))
            .withRepushes(List.of(Duration.ofMillis(20)));
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withEvents(events))) {
      sandbox.events().happened(Moves.STAGE_CHANGED, Moves.of("6891470273284114702"));

      await().until(() -> sandbox.events().pushes().stream().anyMatch(PushedEvent::isOver));
      assertThat(sandbox.events().pushes().getFirst().answers()).containsExactly(codes);
    }
  }

  private Webhook webhook(@Nullable String encryptKey) {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    return new Webhook(address, encryptKey, TOKEN);
  }
}
