package io.github.feishuhire.api.website;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.http.Answer;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls about promotion channels. */
public final class Channels {

  /** The documentation allows 200, Feishu's own client 100. */
  private static final int LARGEST_PAGE = 100;

  private record Reply(
      @Nullable List<@Nullable Item> websiteChannelList,
      @Nullable Boolean hasMore,
      @Nullable String pageToken)
      implements Paged<Item> {
    @Override
    public @Nullable List<@Nullable Item> items() {
      return websiteChannelList;
    }
  }

  private record Item(
      @Nullable String id, @Nullable String name, @Nullable String link, @Nullable String code) {
    @Nullable Channel channel() {
      return id == null || id.isBlank() ? null : new Channel(id, name, link, code);
    }
  }

  private record Draft(String channelName) {}

  private final Transport transport;

  public Channels(Transport transport) {
    this.transport = transport;
  }

  /**
   * The promotion channels of a career site, a hundred to a page. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/get-candidates/website/list-website-channel">Feishu:
   *     list promotion channels</a>
   */
  public Listing<Channel> list(String websiteId) {
    return Paged.listing(
        transport,
        Call.get(Endpoint.LIST_CHANNELS, websiteId),
        LARGEST_PAGE,
        Reply.class,
        Item::channel);
  }

  /**
   * Creates a promotion channel. Feishu does not say that names are unique: calling twice may make
   * two channels.
   *
   * @throws FeishuException when it was not accepted, or when nobody knows
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/get-candidates/website/create-website-channel">Feishu:
   *     create promotion channel</a>
   */
  public Channel create(String websiteId, String name, CallOptions options) {
    Call call = Call.post(Endpoint.CREATE_CHANNEL, new Draft(name), websiteId);
    Answer<Item> answer = transport.send(call, Item.class, options);
    Item item = answer.data();
    return new Channel(answer.id(Item::id), item.name(), item.link(), item.code());
  }
}
