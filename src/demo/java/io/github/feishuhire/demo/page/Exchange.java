package io.github.feishuhire.demo.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Body;
import java.util.Set;

/**
 * A request to Feishu and its reply, as somebody reads them who is not to see secrets.
 *
 * @param status zero when there was no reply
 * @param reply what came back, as text
 */
record Exchange(
    String logId, String at, String method, String path, JsonNode body, int status, String reply) {

  private static final Set<String> SECRETS =
      Set.of("app_secret", "tenant_access_token", "app_access_token");

  static Exchange of(RecordedRequest request) {
    return new Exchange(
        request.logId(),
        request.at().toString(),
        request.method(),
        request.path() + query(request),
        body(request.body()),
        request.answer().map(RecordedRequest.Answer::status).orElse(0),
        request.answer().map(answer -> Json.tidy(answer.body().utf8(), SECRETS)).orElse(""));
  }

  private static String query(RecordedRequest request) {
    StringBuilder query = new StringBuilder();
    request
        .query()
        .forEach(
            (name, value) ->
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value));
    return query.toString();
  }

  private static JsonNode body(Body body) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return switch (body) {
      case Body.Json json -> Json.without(json.tree(), SECRETS);
      case Body.Upload upload -> nothing.put("file", upload.fileName()).put("bytes", upload.size());
      case Body.None none -> nothing;
      case Body.Unreadable unreadable -> nothing.put("unreadable", unreadable.reason());
    };
  }

  /** Bodies hold candidates' data. */
  @Override
  public String toString() {
    return "Exchange[" + method + " " + path + ", status=" + status + "]";
  }
}
