package io.github.feishuhire.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Body;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import okio.ByteString;

/**
 * A request that arrived, whatever became of it.
 *
 * @param api empty when no API has this path
 * @param query the parameters after the path
 * @param headers names in lower case
 * @param logId what the reply is known by
 * @param answer empty until there is one, and when there never is
 * @param executed whether the rules ran and did not refuse; the caller may have been told otherwise
 */
public record RecordedRequest(
    Instant at,
    String logId,
    Optional<Api> api,
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    Body body,
    Optional<Answer> answer,
    boolean executed) {

  /** What was sent back, or was to be. */
  public record Answer(Instant at, int status, ByteString body) {
    @Override
    public String toString() {
      return "Answer[" + at + ", status=" + status + "]";
    }
  }

  /** The body as a tree; a missing node when it was no JSON object. */
  public JsonNode json() {
    return body instanceof Body.Json json ? json.tree() : MissingNode.getInstance();
  }

  /** The uploaded file; empty when the request was no upload. */
  public Optional<Body.Upload> upload() {
    return body instanceof Body.Upload upload ? Optional.of(upload) : Optional.empty();
  }

  RecordedRequest asExecuted() {
    return new RecordedRequest(at, logId, api, method, path, query, headers, body, answer, true);
  }

  RecordedRequest asAnswered(Answer answer) {
    return new RecordedRequest(
        at, logId, api, method, path, query, headers, body, Optional.of(answer), executed);
  }

  /** Headers hold tokens, bodies hold secrets and candidate data. */
  @Override
  public String toString() {
    return "RecordedRequest[" + at + " " + method + " " + path + ", executed=" + executed + "]";
  }
}
