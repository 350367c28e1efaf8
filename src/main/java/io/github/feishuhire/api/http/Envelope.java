package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.SetUpCause;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * What every reply has in common. Texts of the remote side are taken only in forms that cannot hold
 * a candidate's data.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/api-call-guide/calling-process/get-">Feishu:
 *     calling an API</a>
 */
record Envelope(int code, @Nullable String logId, List<String> fields, List<String> missingScopes) {

  private static final Pattern LOG_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_.\\[\\]]{0,99}");
  private static final Pattern SCOPE = Pattern.compile("[a-z][a-z0-9_.:-]{0,99}");

  /** A word of a sentence has no colon in it. */
  private static final Pattern SCOPE_IN_TEXT =
      Pattern.compile("[a-z][a-z_]{1,30}(:[a-z][a-z0-9_.]{1,40}){1,3}");

  private static final Pattern LIST = Pattern.compile("\\[([^\\[\\]]*)]");
  private static final int LONGEST_MESSAGE = 2000;
  private static final int MOST_NAMES = 10;

  /**
   * The envelope of a body.
   *
   * @param headerLogId what {@link #logId} made of the header; used when the body names none
   * @return null when the body is no envelope: no object, or no {@code code} that is a whole number
   */
  static @Nullable Envelope of(JsonNode body, @Nullable String headerLogId) {
    JsonNode code = body.path("code");
    if (!code.canConvertToInt() || !code.isIntegralNumber()) {
      return null;
    }
    JsonNode error = body.path("error");
    String logId =
        Stream.of(error.path("log_id").asText(), error.path("logid").asText())
            .filter(LOG_ID.asMatchPredicate())
            .findFirst()
            .orElse(headerLogId);
    List<String> fields = names(error.path("field_violations"), FIELD, "field");
    List<String> scopes = names(error.path("permission_violations"), SCOPE, "subject", "scope");
    boolean isNamedInMessage = scopes.isEmpty() && isAboutScopes(code.intValue());
    return new Envelope(
        code.intValue(),
        logId,
        fields,
        isNamedInMessage ? scopesIn(body.path("msg").asText()) : scopes);
  }

  /** A log id as it may be shown; null for anything that does not look like one. */
  static @Nullable String logId(@Nullable String header) {
    return header != null && LOG_ID.matcher(header).matches() ? header : null;
  }

  private static boolean isAboutScopes(int code) {
    return code != 0 && SetUpCause.of(code).filter(SetUpCause.SCOPE::equals).isPresent();
  }

  /** Older replies name them in the text alone: {@code ... is required: [a:b, c:d]}. */
  private static List<String> scopesIn(String message) {
    return LIST.matcher(StringUtils.truncate(message, LONGEST_MESSAGE))
        .results()
        .flatMap(list -> Stream.of(list.group(1).split("[,\\s]+", -1)))
        .filter(SCOPE_IN_TEXT.asMatchPredicate())
        .distinct()
        .limit(MOST_NAMES)
        .toList();
  }

  private static List<String> names(JsonNode violations, Pattern form, String... keys) {
    if (violations.isEmpty()) {
      return List.of();
    }
    return StreamSupport.stream(violations.spliterator(), false)
        .flatMap(violation -> Stream.of(keys).map(key -> violation.path(key).asText()))
        .filter(form.asMatchPredicate())
        .distinct()
        .limit(MOST_NAMES)
        .toList();
  }
}
