package io.github.feishuhire.command.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.App;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.network.WebProxy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Calls Feishu as one app and leaves the reply as it is. It only ever reads. */
final class Probe {

  private static final JsonMapper JSON = new JsonMapper();
  private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");
  private static final int LARGEST_REPLY = 1024 * 1024;

  /** The connections, shared by all probes. */
  record Line(OkHttpClient http, Egress egress) {

    static Line open(Egress egress) {
      OkHttpClient.Builder client =
          new OkHttpClient.Builder()
              .followRedirects(false)
              .followSslRedirects(false)
              .connectTimeout(Duration.ofSeconds(5))
              .callTimeout(Duration.ofSeconds(10));
      return new Line(egress.applyTo(client).build(), egress);
    }
  }

  private final App app;
  private final Line line;
  private final InstantSource clock;
  private String token = "";

  Probe(App app, Line line, InstantSource clock) {
    this.app = app;
    this.line = line;
    this.clock = clock;
  }

  URI address() {
    return app.baseUrl();
  }

  /** Between us and the address. */
  Optional<WebProxy> proxy() {
    return line.egress().proxyFor(app.baseUrl());
  }

  /** Asks for a token, and keeps it. */
  Reply authenticate() throws IOException {
    String credentials =
        JSON.writeValueAsString(Map.of("app_id", app.appId(), "app_secret", app.appSecret().get()));
    Reply reply = send(request("auth/v3/tenant_access_token/internal").post(json(credentials)));
    if (reply.body() != null) {
      token = reply.body().path("tenant_access_token").asText("");
    }
    return reply;
  }

  /**
   * Calls an API that only reads.
   *
   * @param path below {@code /open-apis/}
   * @param body null for a GET
   */
  Reply read(String path, @Nullable String body) throws IOException {
    Request.Builder request = request(path).header("Authorization", "Bearer " + token);
    return send(body == null ? request : request.post(json(body)));
  }

  private Request.Builder request(String path) {
    HttpUrl base = Objects.requireNonNull(HttpUrl.get(app.baseUrl()));
    return new Request.Builder().url(Objects.requireNonNull(base.resolve("/open-apis/" + path)));
  }

  private static RequestBody json(String text) {
    return RequestBody.create(text, JSON_TYPE);
  }

  private Reply send(Request.Builder request) throws IOException {
    Instant sent = clock.instant();
    try (Response response = line.http().newCall(request.build()).execute()) {
      Instant date = response.headers().getInstant("Date");
      byte[] text = response.peekBody(LARGEST_REPLY).bytes();
      Instant middle = sent.plus(Duration.between(sent, clock.instant()).dividedBy(2));
      return new Reply(
          response.code(), envelope(text), date == null ? null : Duration.between(middle, date));
    }
  }

  private static @Nullable JsonNode envelope(byte[] text) throws IOException {
    try {
      JsonNode body = JSON.readTree(text);
      return body.path("code").canConvertToInt() ? body : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
