package io.github.feishuhire.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.lark.oapi.ws.Client;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Feishu's own client, which was written against the real thing, hears what happens. */
final class LongConnectionIT {

  private static final String APP = SandboxSettings.DEFAULT_APP.id();
  private static final String SECRET = SandboxSettings.DEFAULT_APP.secret();

  private static final EventSettings SOON =
      EventSettings.DEFAULT.withRepushes(
          List.of(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(20)));

  private final Heard heard = new Heard();

  @Test
  void theSdkHearsWhatHappens() {
    try (Sandbox sandbox = started(SOON)) {
      connectSdk(sandbox);

      sandbox.events().happened(Moves.STAGE_CHANGED, Moves.of("6891470273284114702"));

      await().until(() -> sandbox.events().pushes().getFirst().isOver());
      assertThat(sandbox.events().pushes().getFirst().answers()).containsExactly(200);
      assertThat(heard.applicationIds()).containsExactly("6891470273284114702");
      assertThat(heard.eventIds()).containsExactly(sandbox.events().pushes().getFirst().id());
    }
  }

  @Test
  void whatIsLongComesInParts() {
    try (Sandbox sandbox = started(SOON.withPartSize(17))) {
      connectSdk(sandbox);

      sandbox.events().happened(Moves.STAGE_CHANGED, Moves.of("6891470273284114702"));

      await().until(() -> sandbox.events().pushes().getFirst().isAccepted());
      assertThat(heard.applicationIds()).containsExactly("6891470273284114702");
    }
  }

  @Test
  void whatIsRefusedIsPushedAgainUntilTheScheduleEnds() {
    try (Sandbox sandbox = started(SOON)) {
      connectSdk(sandbox);
      heard.refuse(2);

      sandbox.events().happened(Moves.STAGE_CHANGED, Moves.of("1"));
      sandbox.events().happened("hire.something.new_v1", Moves.of("2"));

      await().until(() -> sandbox.events().pushes().stream().allMatch(PushedEvent::isOver));
      assertThat(sandbox.events().pushes().getFirst().answers()).containsExactly(500, 500, 200);
      assertThat(sandbox.events().pushes().getLast().answers()).containsExactly(500, 500, 500, 500);
      assertThat(heard.applicationIds()).containsExactly("1");
    }
  }

  @Test
  void aDuplicateComesAfterItsAnswer() {
    try (Sandbox sandbox = started(SOON)) {
      connectSdk(sandbox);
      sandbox.events().duplicateEvery(2);

      happen(sandbox, 1, 2, 3);

      await().until(() -> sandbox.events().pushes().stream().allMatch(PushedEvent::isOver));
      assertThat(heard.applicationIds()).containsExactlyInAnyOrder("1", "2", "2", "3");
    }
  }

  @Test
  void theOrderCanBeWrong() {
    try (Sandbox sandbox = started(SOON)) {
      connectSdk(sandbox);
      sandbox.events().swapNext();

      happen(sandbox, 1, 2, 3);

      await().until(() -> sandbox.events().pushes().stream().allMatch(PushedEvent::isOver));
      assertThat(heard.applicationIds())
          .containsSubsequence("2", "1")
          .containsExactlyInAnyOrder("1", "2", "3");
    }
  }

  @Test
  void nobodyHearsWhatHappensBeforeAnAppWasEverConnected() {
    try (Sandbox sandbox = started(SOON)) {
      happen(sandbox, 1);
      connectSdk(sandbox);
      happen(sandbox, 2);

      await().until(() -> heard.applicationIds().contains("2"));
      assertThat(sandbox.events().pushes())
          .singleElement()
          .satisfies(push -> assertThat(push.event()).isEqualTo(Moves.of("2")));
    }
  }

  @Test
  void aClientThatIsSilentGivesNoAnswer() {
    try (Sandbox sandbox = started(SOON.withAnswerWithin(Duration.ofMillis(100)))) {
      connectSdk(sandbox);
      sandbox.longConnections().silenceAll();

      happen(sandbox, 1);

      await().until(() -> sandbox.events().pushes().getFirst().isOver());
      assertThat(sandbox.events().pushes().getFirst().answers()).containsOnly(Way.NO_ANSWER);
      assertThat(sandbox.longConnections().count(APP)).isOne();
    }
  }

  @Test
  void onlyAnAppThatIsKnownGetsAnAddressAndOnlyOnce() throws Exception {
    try (Sandbox sandbox = started(SOON.withConnections(1))) {
      assertThat(endpoint(sandbox, "wrong").path("code").asInt()).isEqualTo(514);
      JsonNode first = endpoint(sandbox, SECRET);
      assertThat(first.path("code").asInt()).isZero();
      assertThat(first.at("/data/ClientConfig/PingInterval").asInt()).isEqualTo(120);
      JsonNode second = endpoint(sandbox, SECRET);

      connectSdk(sandbox);

      assertThat(endpoint(sandbox, SECRET).path("code").asInt()).isEqualTo(1_000_040_350);
      assertThat(errorCode(second.at("/data/URL").asText())).isEqualTo("1000040350");
      assertThat(errorCode(second.at("/data/URL").asText().replaceFirst("ticket=.", "ticket=")))
          .isEqualTo("514");

      sandbox.disableApp(APP);
      assertThat(endpoint(sandbox, SECRET).path("code").asInt()).isEqualTo(403);
    }
  }

  private static Sandbox started(EventSettings events) {
    return Sandbox.start(SandboxSettings.DEFAULT.withEvents(events));
  }

  /** It cannot be stopped, so it is told not to come back when the sandbox has gone. */
  private void connectSdk(Sandbox sandbox) {
    new Client.Builder(APP, SECRET)
        .domain(sandbox.baseUrl().toString())
        .eventHandler(heard.dispatcher("", ""))
        .autoReconnect(false)
        .build()
        .start();
    await().until(() -> sandbox.longConnections().count(APP) == 1);
  }

  private static void happen(Sandbox sandbox, int... applications) {
    IntStream.of(applications)
        .forEach(
            id -> sandbox.events().happened(Moves.STAGE_CHANGED, Moves.of(Integer.toString(id))));
  }

  private static JsonNode endpoint(Sandbox sandbox, String secret)
      throws IOException, InterruptedException {
    String body = "{\"AppID\": \"%s\", \"AppSecret\": \"%s\"}".formatted(APP, secret);
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.baseUrl().resolve("/callback/ws/endpoint"))
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body, UTF_8))
            .build();
    return new JsonMapper().readTree(send(request).body());
  }

  /** Of a handshake that is refused. */
  private static String errorCode(String address) throws IOException, InterruptedException {
    HttpRequest handshake =
        HttpRequest.newBuilder(URI.create(address.replaceFirst("ws", "http"))).build();
    return send(handshake).headers().firstValue("handshake-autherrcode").orElseThrow();
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return http.send(request, BodyHandlers.ofString());
  }
}
