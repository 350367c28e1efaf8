package io.github.feishuhire.worker.website;

import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Channel;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Create Channel: finds or makes a promotion channel. It looks first, because Feishu does not say
 * that names are unique and a job can run twice.
 */
public final class CreateChannel {

  private static final Input NAME =
      Input.entry("channel_name", Form.TEXT, "校园宣讲会").in(Group.CHANNEL);

  public static final Task TASK =
      Task.named("Create Channel", Endpoint.CREATE_CHANNEL, Capacity.OF_LISTS)
          .takes(WEBSITE_ID.in(Group.CHANNEL), NAME)
          .gives("channel", ListChannels.EXAMPLE)
          .endsWith(WEBSITE_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/hire-v1/get-candidates/website/create-website-channel")
          .drawn(
              """
              <path d='M2.4 7.2v3.6h2.4l4 3.4V3.8l-4 3.4z' fill='#fff'/>\
              <path d='M13.2 6.3v5.4M10.5 9h5.4' stroke='#ffb84d' stroke-width='1.8' stroke-linecap='round'/>""");

  private record Request(String websiteId, String name) {}

  private CreateChannel() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, CreateChannel::bind, CreateChannel::run);
  }

  private static Request bind(Inputs inputs) {
    return new Request(inputs.id(WEBSITE_ID), inputs.text(NAME));
  }

  private static Outcome run(Request input, JobContext context) {
    List<Channel> found = new ArrayList<>();
    context
        .hire()
        .channels()
        .list(input.websiteId())
        .forEachPage(
            context::nextOptions,
            page ->
                page.stream()
                    .filter(channel -> input.name().equals(channel.name()))
                    .forEach(found::add));
    Channel channel =
        found.isEmpty()
            ? context
                .hire()
                .channels()
                .create(input.websiteId(), input.name(), context.nextOptions())
            : found.getFirst();
    return new Outcome.Completed(Map.of(TASK.output().name(), ListChannels.item(channel)));
  }
}
