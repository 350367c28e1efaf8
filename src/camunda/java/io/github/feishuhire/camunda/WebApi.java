package io.github.feishuhire.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The interfaces of Operate and Tasklist for programs, of somebody who has logged in. */
final class WebApi implements AutoCloseable {

  static final String USER = "demo";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int UNAUTHORIZED = 401;
  private static final int MOST = 1000;

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI address;

  WebApi(int port) {
    this.address = URI.create("http://127.0.0.1:" + port);
  }

  /**
   * What Operate finds.
   *
   * @param kind such as {@code incidents}
   */
  List<JsonNode> ofOperate(String kind, Map<String, ?> filter)
      throws IOException, InterruptedException {
    JsonNode found =
        post("/v1/" + kind + "/search", Map.of("filter", filter, "size", MOST)).path("items");
    return StreamSupport.stream(found.spliterator(), false).toList();
  }

  /** The user tasks that wait. */
  List<JsonNode> openTasks() throws IOException, InterruptedException {
    JsonNode found = post("/v1/tasks/search", Map.of("state", "CREATED", "pageSize", MOST));
    return StreamSupport.stream(found.spliterator(), false).toList();
  }

  private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    BodyPublisher json = BodyPublishers.ofString(MAPPER.writeValueAsString(body));
    HttpResponse<byte[]> response = send(path, json);
    if (response.statusCode() == UNAUTHORIZED) {
      send("/api/login?username=" + USER + "&password=" + USER, BodyPublishers.noBody());
      response = send(path, json);
    }
    if (response.statusCode() != 200) {
      throw new IOException(path + " answers " + response.statusCode());
    }
    return MAPPER.readTree(response.body());
  }

  private HttpResponse<byte[]> send(String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(body)
            .build(),
        BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    http.close();
  }
}
