package io.github.feishuhire.api.talent;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls about tags. */
public final class Tags {

  private static final int LARGEST_PAGE = 100;

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record Item(@Nullable String id, @Nullable Name name) {
    @Nullable Tag tag() {
      if (id == null || id.isBlank()) {
        return null;
      }
      return name == null ? new Tag(id, null, null) : new Tag(id, name.zhCn(), name.enUs());
    }
  }

  private record Name(@Nullable String zhCn, @Nullable String enUs) {}

  private final Transport transport;

  public Tags(Transport transport) {
    this.transport = transport;
  }

  /**
   * The tags in use, a hundred to a page. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent_tag/list">Feishu:
   *     list tags of talents</a>
   */
  public Listing<Tag> list() {
    return Paged.listing(
        transport, Call.get(Endpoint.LIST_TALENT_TAGS), LARGEST_PAGE, Reply.class, Item::tag);
  }
}
