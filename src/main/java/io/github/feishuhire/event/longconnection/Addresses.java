package io.github.feishuhire.event.longconnection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.App;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** Asks Feishu for the address of a connection, with the secret of the app. */
final class Addresses {

  private static final JsonMapper JSON = new JsonMapper();
  private static final MediaType TYPE = MediaType.get("application/json; charset=utf-8");
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int LARGEST_REPLY = 64 * 1024;

  private static final int OK = 0;

  private final OkHttpClient http;
  private final App app;

  Addresses(OkHttpClient http, App app) {
    this.http = http;
    this.app = app;
  }

  /**
   * A new one.
   *
   * @param before the pace so far
   */
  Address next(Pace before) throws NoConnectionException {
    JsonNode reply = ask();
    int code = reply.path("code").asInt(-1);
    if (code != OK) {
      throw new NoConnectionException(Refusals.ofCode(code));
    }
    JsonNode data = reply.path("data");
    return address(data.path("URL").asText(""), before.changed(data.path("ClientConfig")));
  }

  private JsonNode ask() throws NoConnectionException {
    URI endpoint = app.baseUrl().resolve("/callback/ws/endpoint");
    var request =
        new Request.Builder().url(endpoint.toString()).header("locale", "zh").post(credentials());
    var call = http.newCall(request.build());
    call.timeout().timeout(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    try (Response response = call.execute()) {
      BufferedSource body = response.body().source();
      if (body.request(LARGEST_REPLY + 1L)) {
        throw new NoConnectionException(End.NOT_UNDERSTOOD);
      }
      return read(body.readByteArray(), response.code());
    } catch (IOException e) {
      throw new NoConnectionException(End.UNREACHABLE, e);
    }
  }

  private static JsonNode read(byte[] body, int status) throws NoConnectionException {
    try {
      JsonNode reply = JSON.readTree(body);
      if (reply.path("code").isInt()) {
        return reply;
      }
    } catch (IOException e) {
      // Decided by the status, as where the reply is JSON of somebody else.
    }
    throw new NoConnectionException(Refusals.ofStatus(status));
  }

  private RequestBody credentials() {
    try {
      var text = Map.of("AppID", app.appId(), "AppSecret", app.appSecret().get());
      return RequestBody.create(JSON.writeValueAsBytes(text), TYPE);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the credentials", e);
    }
  }

  /** What is said on it is not encrypted otherwise, so TLS is asked for wherever Feishu has it. */
  private Address address(String url, Pace pace) throws NoConnectionException {
    boolean isSafe = url.startsWith("wss://") || "http".equals(app.baseUrl().getScheme());
    try {
      Request handshake = new Request.Builder().url(url).build();
      String service = handshake.url().queryParameter("service_id");
      if (isSafe && service != null) {
        return new Address(handshake, Integer.parseInt(service), pace);
      }
    } catch (IllegalArgumentException e) {
      // Neither an address nor a number.
    }
    throw new NoConnectionException(End.NOT_UNDERSTOOD);
  }
}
