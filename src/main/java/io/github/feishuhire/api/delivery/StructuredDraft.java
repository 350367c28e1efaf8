package io.github.feishuhire.api.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to make from a resume in fields; the members are those of the request's body.
 *
 * @param jobPostId of a job post, which is not the id of its job
 * @param resume an object as the documentation describes it, sent as it is
 * @param applicationPreferredCityCodeList null, or codes such as {@code CT_100121}
 */
public record StructuredDraft(
    String jobPostId,
    String userId,
    JsonNode resume,
    @Nullable List<String> applicationPreferredCityCodeList,
    @Nullable String channelId) {

  @Override
  public String toString() {
    return "StructuredDraft[]";
  }
}
