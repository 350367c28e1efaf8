package io.github.feishuhire.command.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.feishuhire.api.SetUpCause;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came back, as it came.
 *
 * @param body null when it is no JSON object with a {@code code}
 * @param ahead by how much Feishu's clock is ahead of this machine's; null when the reply does not
 *     say
 */
record Reply(int httpStatus, @Nullable JsonNode body, @Nullable Duration ahead) {

  private static final Pattern LINK = Pattern.compile("https://[!-~]{1,500}");
  private static final int NO_CODE = -1;

  int code() {
    return body == null ? NO_CODE : body.path("code").asInt(NO_CODE);
  }

  /** What about the app Feishu complains of; empty when it does not. */
  Optional<SetUpCause> cause() {
    return SetUpCause.of(code());
  }

  boolean isFeishu() {
    return body != null;
  }

  JsonNode data() {
    return body == null ? MissingNode.getInstance() : body.path("data");
  }

  /** Where Feishu says the matter can be put right. */
  Optional<String> link() {
    if (body == null) {
      return Optional.empty();
    }
    JsonNode error = body.path("error");
    return Stream.of("helps", "permission_violations")
        .flatMap(name -> error.path(name).valueStream())
        .map(entry -> entry.path("url").asText())
        .filter(LINK.asMatchPredicate())
        .findFirst();
  }
}
