package io.github.feishuhire.sandbox.siteuser;

import java.util.Optional;

/** A candidate's account on one website. */
public record SiteUser(
    String userId,
    String websiteId,
    String externalId,
    Optional<String> name,
    Optional<String> email,
    Optional<String> mobile,
    Optional<String> mobileCountryCode) {

  @Override
  public String toString() {
    return "SiteUser[userId=" + userId + ", websiteId=" + websiteId + "]";
  }
}
