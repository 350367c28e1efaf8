package io.github.feishuhire.api;

import io.github.feishuhire.api.attachment.Attachments;
import io.github.feishuhire.api.channel.Channels;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.http.CallListener;
import io.github.feishuhire.api.http.Endpoint;
import io.github.feishuhire.api.http.Exchange;
import io.github.feishuhire.api.http.Transport;
import io.github.feishuhire.api.jobpost.JobPosts;
import io.github.feishuhire.api.location.Locations;
import io.github.feishuhire.api.siteuser.SiteUsers;
import io.github.feishuhire.api.website.Websites;
import java.time.Duration;
import java.util.List;

/**
 * Feishu Hire as seen by one app: the front door of this package. Safe for use by any number of
 * threads.
 */
public final class FeishuHire {

  private final Transport transport;
  private final Attachments attachments;
  private final SiteUsers siteUsers;
  private final Deliveries deliveries;
  private final Websites websites;
  private final JobPosts jobPosts;
  private final Channels channels;
  private final Locations locations;

  /**
   * Sends nothing yet.
   *
   * @param exchange may serve several apps
   * @param listeners are told of each call
   */
  public FeishuHire(
      App app, QuotaShare share, Exchange exchange, Time time, List<CallListener> listeners) {
    transport = new Transport(app, share, exchange, time, listeners);
    attachments = new Attachments(transport);
    siteUsers = new SiteUsers(transport);
    deliveries = new Deliveries(transport);
    websites = new Websites(transport);
    jobPosts = new JobPosts(transport);
    channels = new Channels(transport);
    locations = new Locations(transport);
  }

  /** Nobody is told of its calls. */
  public FeishuHire(App app, QuotaShare share, Exchange exchange, Time time) {
    this(app, share, exchange, time, List.of());
  }

  public Attachments attachments() {
    return attachments;
  }

  public SiteUsers siteUsers() {
    return siteUsers;
  }

  public Deliveries deliveries() {
    return deliveries;
  }

  /**
   * How long the nth caller of an API from now on would wait for its turn, as far as can be said
   * now.
   *
   * @param nth 1 for the next one
   */
  public Duration untilTurn(Endpoint endpoint, int nth) {
    return transport.untilTurn(endpoint, nth);
  }

  /** How many calls the quota would let through now, one after the other. */
  public int remaining(Endpoint endpoint) {
    return transport.remaining(endpoint);
  }

  /** Whether an API is left alone because it has failed several times in a row. */
  public boolean isLeftAlone(Endpoint endpoint) {
    return transport.isLeftAlone(endpoint);
  }

  /** The time between two calls of somebody who uses the whole quota for long. */
  public Duration spacing(Endpoint endpoint) {
    return transport.spacing(endpoint);
  }

  public Websites websites() {
    return websites;
  }

  public JobPosts jobPosts() {
    return jobPosts;
  }

  public Channels channels() {
    return channels;
  }

  public Locations locations() {
    return locations;
  }
}
