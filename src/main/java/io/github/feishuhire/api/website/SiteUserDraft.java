package io.github.feishuhire.api.website;

import org.jspecify.annotations.Nullable;

/**
 * A site user to create; the members are those of the request's body.
 *
 * @param externalId the candidate in the caller's own world; Feishu keeps one site user per
 *     external id
 * @param mobile only together with its country code
 * @param mobileCountryCode a location code such as {@code CN_1}, not a dialling prefix
 */
public record SiteUserDraft(
    String externalId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String mobile,
    @Nullable String mobileCountryCode) {

  @Override
  public String toString() {
    return "SiteUserDraft[]";
  }
}
