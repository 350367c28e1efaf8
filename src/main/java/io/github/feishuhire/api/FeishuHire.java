package io.github.feishuhire.api;

import io.github.feishuhire.api.attachment.Attachments;
import io.github.feishuhire.api.channel.Channels;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.http.Exchange;
import io.github.feishuhire.api.http.Transport;
import io.github.feishuhire.api.jobpost.JobPosts;
import io.github.feishuhire.api.location.Locations;
import io.github.feishuhire.api.siteuser.SiteUsers;
import io.github.feishuhire.api.website.Websites;

/**
 * Feishu Hire as seen by one app: the front door of this package. Safe for use by any number of
 * threads.
 */
public final class FeishuHire {

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
   * @param replicas workers that use the same app and so share its limits
   * @param exchange may serve several apps
   */
  public FeishuHire(App app, int replicas, Exchange exchange, Time time) {
    Transport transport = new Transport(app, replicas, exchange, time);
    attachments = new Attachments(transport);
    siteUsers = new SiteUsers(transport);
    deliveries = new Deliveries(transport);
    websites = new Websites(transport);
    jobPosts = new JobPosts(transport);
    channels = new Channels(transport);
    locations = new Locations(transport);
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
