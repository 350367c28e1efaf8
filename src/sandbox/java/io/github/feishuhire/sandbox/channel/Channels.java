package io.github.feishuhire.sandbox.channel;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.website.Tenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The store of channels. Assumption: several channels of a website can have one name. */
public final class Channels {

  private final Ids ids;
  private final Map<String, Channel> byId = new LinkedHashMap<>();

  /** Starts with the channel of the documentation's example and two more. */
  public Channels(Ids ids) {
    this.ids = ids;
    keep(new Channel("6891560630172518670", Tenant.WEBSITE_ID, "官网首页"));
    keep(new Channel("6891560630172518671", Tenant.WEBSITE_ID, "微信公众号"));
    keep(new Channel("6891560630172518672", Tenant.CAMPUS_ID, "校园宣讲会"));
  }

  synchronized Channel create(String websiteId, String name) {
    return keep(new Channel(ids.decimal(), websiteId, name));
  }

  private synchronized Channel keep(Channel channel) {
    byId.put(channel.id(), channel);
    return channel;
  }

  synchronized List<Channel> of(String websiteId) {
    return byId.values().stream().filter(one -> one.websiteId().equals(websiteId)).toList();
  }

  public synchronized Channel require(String websiteId, String id) {
    Channel channel = byId.get(id);
    if (channel == null || !channel.websiteId().equals(websiteId)) {
      // Assumption: no page names a code for an unknown channel.
      throw new Refusal(ErrorCode.PARAMETER_ERROR, "channel_id is not a channel of this website");
    }
    return channel;
  }

  public synchronized List<Channel> all() {
    return List.copyOf(byId.values());
  }
}
