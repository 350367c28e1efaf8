package io.github.feishuhire.sandbox.channel;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.website.Catalogue;

/** Lists the channels of a website. */
public final class ChannelRules implements Rules {

  private static final Paging PAGING = new Paging("website_channel_list", 10, 200);

  private final Catalogue catalogue;
  private final Channels channels;

  public ChannelRules(Catalogue catalogue, Channels channels) {
    this.catalogue = catalogue;
    this.channels = channels;
  }

  @Override
  public Reply answer(Call call) {
    String websiteId = call.parameter("website_id");
    // Assumption: the page names no code for an unknown website; its neighbours use this one.
    catalogue.requireWebsite(websiteId);
    return Reply.success(
        PAGING.page(call, channels.of(websiteId).stream().map(Channel::tree).toList()));
  }
}
