package io.github.feishuhire.api.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery to make; the members are those of the request's body. What is given besides the resume
 * overrides what Feishu reads in it.
 *
 * @param jobPostId of a job post, which is not the id of its job
 * @param applicationPreferredCityCodeList null, or one code such as {@code CT_100121}
 * @param mobileCountryCode a dialling prefix such as {@code +86}, not a location code
 */
public record DeliveryDraft(
    String jobPostId,
    String userId,
    String resumeFileId,
    @Nullable String channelId,
    @Nullable List<String> applicationPreferredCityCodeList,
    @Nullable String mobileCountryCode,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable Identification identification) {

  @Override
  public String toString() {
    return "DeliveryDraft[]";
  }
}
