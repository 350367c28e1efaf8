package io.github.feishuhire.api.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls about career sites. */
public final class Websites {

  private static final int LARGEST_PAGE = 10;

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record Item(@Nullable String id, @Nullable Name name) {
    @Nullable Website website() {
      if (id == null || id.isBlank()) {
        return null;
      }
      return name == null ? new Website(id, null, null) : new Website(id, name.zhCn(), name.enUs());
    }
  }

  private record Name(@Nullable String zhCn, @Nullable String enUs) {}

  private final Transport transport;

  public Websites(Transport transport) {
    this.transport = transport;
  }

  /**
   * The career sites of the tenant, ten to a page. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/get-candidates/website/list-website">Feishu:
   *     list websites</a>
   */
  public Listing<Website> list() {
    return Paged.listing(
        transport, Call.get(Endpoint.LIST_WEBSITES), LARGEST_PAGE, Reply.class, Item::website);
  }
}
