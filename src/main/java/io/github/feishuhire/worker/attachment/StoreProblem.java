package io.github.feishuhire.worker.attachment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.download.DownloadException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why Camunda's REST API does not hand over a document.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457: problem details</a>
 */
enum StoreProblem {
  GONE,
  CHANGED,
  STORE_MISSING;

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Null when these are not Camunda's words about a document. */
  static @Nullable StoreProblem of(DownloadException refused) {
    JsonNode problem = problem(refused);
    if (problem == null || problem.path("status").asInt() != refused.status()) {
      return null;
    }
    String detail = problem.path("detail").asText().toLowerCase(Locale.ROOT);
    if (isAboutThePath(detail)) {
      return null;
    }
    if (refused.status() != 400) {
      return GONE;
    }
    // The status is the same for a hash that differs and a store that does not exist.
    if (detail.contains("hash")) {
      return CHANGED;
    }
    return detail.contains("store") ? STORE_MISSING : GONE;
  }

  @SuppressWarnings("UnusedException") // that it is no JSON is all there is to know
  private static @Nullable JsonNode problem(DownloadException refused) {
    if (!refused.detailType().equals("application/problem+json")) {
      return null;
    }
    try {
      return MAPPER.readTree(refused.detail());
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** As Spring, with which Camunda is built, speaks of a path that nobody serves. */
  static boolean isAboutThePath(String detail) {
    return detail.startsWith("no static resource") || detail.startsWith("no endpoint");
  }
}
