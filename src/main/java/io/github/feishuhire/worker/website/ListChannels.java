package io.github.feishuhire.worker.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Channel;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** List Channels: the promotion channels of a career site. */
public final class ListChannels {

  private static final WholeList LIST = new WholeList("channels", List.of());

  private record Input(String websiteId) {}

  private ListChannels() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "List Channels",
        "feishu-hire:list-channels:1",
        List.of("website_id"),
        LIST.variable(),
        Endpoint.LIST_CHANNELS,
        Capacity.OF_LISTS,
        inputs -> new Input(inputs.id("website_id")),
        (input, context) ->
            LIST.read(
                context.hire().channels().list(input.websiteId()),
                channel -> Stream.of(item(channel)),
                context));
  }

  static Map<String, Object> item(Channel channel) {
    return new Members()
        .with("id", channel.id())
        .with("name", channel.name())
        .with("link", channel.link())
        .with("code", channel.code())
        .map();
  }
}
