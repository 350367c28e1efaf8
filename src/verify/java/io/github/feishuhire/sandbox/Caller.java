package io.github.feishuhire.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A plain HTTP client with a token of the default app. */
final class Caller {

  static final String WEBSITE = "/open-apis/hire/v1/websites/7047318856652261676";
  static final String SUBMIT = WEBSITE + "/deliveries/create_by_attachment";
  static final String SITE_USERS = WEBSITE + "/site_users";
  static final String TASKS = WEBSITE + "/delivery_tasks/";
  static final String ATTACHMENTS = "/open-apis/hire/v1/attachments";
  static final String TOKEN = "/open-apis/auth/v3/tenant_access_token/internal";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI baseUrl;
  private final Optional<String> authorization;

  private Caller(URI baseUrl, Optional<String> authorization) {
    this.baseUrl = baseUrl;
    this.authorization = authorization;
  }

  /** Shows nothing. */
  static Caller stranger(Sandbox sandbox) {
    return new Caller(sandbox.baseUrl(), Optional.empty());
  }

  /** Shows a token it has just fetched. */
  static Caller of(Sandbox sandbox) {
    return of(sandbox, "cli_sandbox00000001", "sandbox-secret");
  }

  static Caller of(Sandbox sandbox, String appId, String secret) {
    Caller stranger = stranger(sandbox);
    String token = stranger.token(appId, secret).text("/tenant_access_token");
    return stranger.withAuthorization("Bearer " + token);
  }

  Caller withAuthorization(String authorization) {
    return new Caller(baseUrl, Optional.of(authorization));
  }

  Answer token(String appId, String secret) {
    return post(TOKEN, "{\"app_id\": \"%s\", \"app_secret\": \"%s\"}".formatted(appId, secret));
  }

  Answer post(String path, String json) {
    return send("POST", path, "application/json; charset=utf-8", BodyPublishers.ofString(json));
  }

  Answer get(String path) {
    return send("GET", path, "application/json", BodyPublishers.noBody());
  }

  Answer submit(Submission submission) {
    return post(SUBMIT, submission.json());
  }

  Answer task(String taskId) {
    return get(TASKS + taskId);
  }

  /** The header is what follows {@code form-data;} and names the part and its file. */
  Answer upload(String header, byte[] content) {
    var form = new ByteArrayOutputStream();
    String head = "--edge\r\nContent-Disposition: form-data; " + header + "\r\n\r\n";
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(content);
    form.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return uploadForm(BodyPublishers.ofByteArray(form.toByteArray()));
  }

  Answer uploadForm(BodyPublisher form) {
    return send("POST", ATTACHMENTS, "multipart/form-data; boundary=edge", form);
  }

  Answer send(String method, String path, String contentType, BodyPublisher body) {
    try {
      return exchange(method, path, contentType, body);
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    }
  }

  /** For calls whose connection breaks. */
  Answer exchange(String method, String path, String contentType, BodyPublisher body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(baseUrl.resolve(path))
            .header("Content-Type", contentType)
            .method(method, body);
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    int code() {
      return json().path("code").asInt(-1);
    }

    /** The value at a JSON pointer; empty when there is none. */
    String text(String pointer) {
      return json().at(pointer).asText();
    }
  }
}
