package io.github.feishuhire.api.website;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Transport;
import org.jspecify.annotations.Nullable;

/** Calls about site users. */
public final class SiteUsers {

  private record Created(@Nullable SiteUser siteUser) {}

  private record SiteUser(@Nullable String userId) {}

  private final Transport transport;

  public SiteUsers(Transport transport) {
    this.transport = transport;
  }

  /**
   * Creates a site user, or finds the one with this external id: calling twice is harmless.
   *
   * @return the {@code user_id}
   * @throws FeishuException when it was not accepted
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/get-candidates/website/create-website-site_user">Feishu:
   *     create site user</a>
   */
  public String create(String websiteId, SiteUserDraft draft, CallOptions options) {
    Call call = Call.post(Endpoint.CREATE_SITE_USER, draft, websiteId);
    return transport
        .send(call, Created.class, options)
        .id(created -> created.siteUser() == null ? null : created.siteUser().userId());
  }
}
