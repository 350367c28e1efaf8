package io.github.feishuhire.sandbox.event.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.Way;
import io.github.feishuhire.sandbox.event.Webhook;
import io.github.feishuhire.sandbox.http.Reply;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Pushes to the addresses that apps have given. */
public final class Webhooks implements Way, AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CHALLENGE_WITHIN = Duration.ofSeconds(1);

  private final Map<String, Webhook> byApp;
  private final Duration answerWithin;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  public Webhooks(EventSettings settings, InstantSource clock) {
    this.byApp = new ConcurrentHashMap<>(settings.webhooks());
    this.answerWithin = settings.answerWithin();
    this.clock = clock;
  }

  /**
   * What a developer does in the console: the address is kept if it answers the challenge in time.
   *
   * @return whether it did
   */
  public boolean save(String appId, Webhook webhook) {
    String challenge = UUID.randomUUID().toString();
    ObjectNode question =
        Reply.object()
            .put("challenge", challenge)
            .put("token", webhook.verificationToken())
            .put("type", "url_verification");
    boolean answered =
        http.sendAsync(request(webhook, question, false), BodyHandlers.ofString())
            .thenApply(reply -> reply.statusCode() == 200 && has(reply.body(), challenge))
            .completeOnTimeout(false, CHALLENGE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(failure -> false)
            .join();
    if (answered) {
      byApp.put(appId, webhook);
    }
    return answered;
  }

  private static boolean has(String body, String challenge) {
    try {
      return JSON.readTree(body).path("challenge").asText().equals(challenge);
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  @Override
  public boolean serves(String appId) {
    return byApp.containsKey(appId);
  }

  @Override
  public String verificationToken(String appId) {
    return of(appId).verificationToken();
  }

  @Override
  public CompletableFuture<Integer> push(String appId, ObjectNode envelope) {
    return http.sendAsync(request(of(appId), envelope, true), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode)
        .completeOnTimeout(NO_ANSWER, answerWithin.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> NO_ANSWER);
  }

  private Webhook of(String appId) {
    return Objects.requireNonNull(byApp.get(appId));
  }

  /** The question whether an address is right is not signed. */
  private HttpRequest request(Webhook webhook, ObjectNode plain, boolean signed) {
    byte[] body = plain.toString().getBytes(UTF_8);
    var request =
        HttpRequest.newBuilder(webhook.address())
            .header("Content-Type", "application/json;charset=utf-8");
    String key = webhook.encryptKey();
    if (key != null) {
      Sealing sealing = new Sealing(key);
      body = sealing.encrypted(body);
      if (signed) {
        sealing.signature(body, clock.instant().getEpochSecond()).forEach(request::header);
      }
    }
    return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
