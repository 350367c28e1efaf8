package io.github.feishuhire.worker.website;

import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Channel;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.WholeList;
import java.util.Map;
import java.util.stream.Stream;

/** List Channels: the promotion channels of a career site. */
public final class ListChannels {

  /** A channel, as JSON. */
  static final String EXAMPLE =
      """
      {"id":"6891560630172518670","name":"官网首页",\
      "link":"https://example.jobs.feishu.cn/index?spread=UNCZKSN","code":"UNCZKSN"}""";

  public static final Task TASK =
      Task.named("List Channels", Endpoint.LIST_CHANNELS, Capacity.OF_LISTS)
          .takes(WEBSITE_ID.in(Group.SEARCH))
          .gives("channels", "[" + EXAMPLE + "]")
          .endsWith(WEBSITE_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/hire-v1/get-candidates/website/list-website-channel")
          .drawn(
              """
              <path d='M3.2 7.2v3.6h2.6l4.4 3.4V3.8L5.8 7.2z' fill='#fff'/>\
              <path d='M12.4 6.4c1.5 1.4 1.5 3.8 0 5.2M14.3 4.6c2.5 2.4 2.5 6.4 0 8.8' fill='none' stroke='#ffb84d' stroke-width='1.5' stroke-linecap='round'/>""");

  private static final WholeList LIST = new WholeList(TASK);

  private record Request(String websiteId) {}

  private ListChannels() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        inputs -> new Request(inputs.id(WEBSITE_ID)),
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
