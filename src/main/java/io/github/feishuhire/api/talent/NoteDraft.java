package io.github.feishuhire.api.talent;

import org.jspecify.annotations.Nullable;

/**
 * What shall be written about a talent; absent fields are null.
 *
 * @param creatorId open id of who writes it
 * @param privacy 1 for some, 2 for all who see the talent
 */
public record NoteDraft(
    String talentId,
    @Nullable String applicationId,
    @Nullable String creatorId,
    String content,
    @Nullable Integer privacy) {

  @Override
  public String toString() {
    return "NoteDraft[talentId=" + talentId + "]";
  }
}
