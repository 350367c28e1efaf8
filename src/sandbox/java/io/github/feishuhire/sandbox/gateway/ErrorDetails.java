package io.github.feishuhire.sandbox.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.util.List;
import java.util.Optional;

/**
 * The {@code error} object of an error reply.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/api-call-guide/calling-process/get-">the
 *     error envelope</a>
 */
final class ErrorDetails {

  private ErrorDetails() {}

  /** Completes an envelope whose code is not 0. */
  static void addTo(ObjectNode envelope, Optional<Api> api, String logId) {
    int code = envelope.path("code").intValue();
    if (code == 0) {
      return;
    }
    ObjectNode error = envelope.putObject("error");
    error.put("log_id", logId);
    if (code == ErrorCode.SCOPE_MISSING.code()) {
      addScopes(error, api.map(Api::scopes).orElse(List.of()));
    }
  }

  private static void addScopes(ObjectNode error, List<String> scopes) {
    ArrayNode violations = error.putArray("permission_violations");
    for (String scope : scopes) {
      violations.addObject().put("type", "action_scope_required").put("subject", scope);
    }
    error
        .putArray("helps")
        .addObject()
        .put("url", "https://open.feishu.cn/app?q=" + String.join(",", scopes))
        .put("description", "grant one of the scopes to the app");
  }
}
