package io.github.feishuhire.sandbox.channel;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.website.Catalogue;

/** Creates a channel, whether or not there is one of the same name. */
public final class CreateChannelRules implements Rules {

  private final Catalogue catalogue;
  private final Channels channels;

  public CreateChannelRules(Catalogue catalogue, Channels channels) {
    this.catalogue = catalogue;
    this.channels = channels;
  }

  @Override
  public Reply answer(Call call) {
    String websiteId = call.parameter("website_id");
    String name = call.fields().requiredText("channel_name");
    // Assumption: the page names no code for an unknown website; its neighbours use this one.
    catalogue.requireWebsite(websiteId);
    return Reply.success(channels.create(websiteId, name).tree());
  }
}
