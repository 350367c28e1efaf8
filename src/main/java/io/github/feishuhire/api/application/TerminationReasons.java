package io.github.feishuhire.api.application;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Numbered;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls about why applications end. */
public final class TerminationReasons {

  private static final int LARGEST_PAGE = 200;
  private static final int DISABLED = 2;

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record Item(
      @Nullable String id,
      @Nullable Name name,
      @Nullable Integer terminationType,
      @Nullable Integer activeStatus) {

    @Nullable TerminationReason reason() {
      return id == null || id.isBlank()
          ? null
          : new TerminationReason(
              id,
              name == null ? null : name.zhCn(),
              name == null ? null : name.enUs(),
              Numbered.of(TerminationType.values(), terminationType),
              activeStatus == null || activeStatus != DISABLED);
    }
  }

  private record Name(@Nullable String zhCn, @Nullable String enUs) {}

  private final Transport transport;

  public TerminationReasons(Transport transport) {
    this.transport = transport;
  }

  /**
   * The reasons of the tenant, those that are switched off included. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/termination_reason/list">Feishu:
   *     list termination reasons</a>
   */
  public Listing<TerminationReason> list() {
    return Paged.listing(
        transport,
        Call.get(Endpoint.LIST_TERMINATION_REASONS),
        LARGEST_PAGE,
        Reply.class,
        Item::reason);
  }
}
