package io.github.feishuhire.sandbox.siteuser;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.website.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store of site users. Assumption: an external ID is unique within its website. */
public final class SiteUsers {

  private final Map<String, SiteUser> byId = new LinkedHashMap<>();
  private final Map<External, SiteUser> byExternalId = new LinkedHashMap<>();

  /** Starts with the user of the documentation's example. */
  public SiteUsers() {
    Optional<String> none = Optional.empty();
    keep(new SiteUser("6960663240925956634", Tenant.WEBSITE_ID, "example", none, none, none, none));
  }

  /** Keeps the user unless its external ID is taken; answers the one that is in the store then. */
  synchronized SiteUser keep(SiteUser user) {
    SiteUser existing =
        byExternalId.putIfAbsent(new External(user.websiteId(), user.externalId()), user);
    if (existing != null) {
      return existing;
    }
    byId.put(user.userId(), user);
    return user;
  }

  public synchronized void require(String websiteId, String userId) {
    SiteUser user = byId.get(userId);
    if (user == null || !user.websiteId().equals(websiteId)) {
      throw new Refusal(ErrorCode.SITE_USER_NOT_FOUND);
    }
  }

  public synchronized List<SiteUser> all() {
    return List.copyOf(byId.values());
  }

  private record External(String websiteId, String id) {}
}
