package io.github.feishuhire.worker.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Channel;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.Capacity;
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

  private static final String VARIABLE = "channel";

  private record Input(String websiteId, String name) {}

  private CreateChannel() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "Create Channel",
        "feishu-hire:create-channel:1",
        List.of("website_id", "channel_name"),
        VARIABLE,
        Endpoint.CREATE_CHANNEL,
        Capacity.OF_LISTS,
        CreateChannel::bind,
        CreateChannel::run);
  }

  private static Input bind(Inputs inputs) {
    return new Input(inputs.id("website_id"), inputs.text("channel_name"));
  }

  private static Outcome run(Input input, JobContext context) {
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
    return new Outcome.Completed(Map.of(VARIABLE, ListChannels.item(channel)));
  }
}
