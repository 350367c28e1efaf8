package io.github.feishuhire.api;

import io.github.feishuhire.api.application.Applications;
import io.github.feishuhire.api.application.HiringProcesses;
import io.github.feishuhire.api.application.TerminationReasons;
import io.github.feishuhire.api.attachment.Attachments;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.http.EndpointLimits;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.api.http.Transport;
import io.github.feishuhire.api.interview.Evaluations;
import io.github.feishuhire.api.interview.Interviews;
import io.github.feishuhire.api.offer.Offers;
import io.github.feishuhire.api.talent.Notes;
import io.github.feishuhire.api.talent.Tags;
import io.github.feishuhire.api.talent.Talents;
import io.github.feishuhire.api.website.Channels;
import io.github.feishuhire.api.website.JobPosts;
import io.github.feishuhire.api.website.Locations;
import io.github.feishuhire.api.website.SiteUsers;
import io.github.feishuhire.api.website.Websites;
import java.time.Duration;
import java.time.Instant;
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
  private final Applications applications;
  private final HiringProcesses hiringProcesses;
  private final TerminationReasons terminationReasons;
  private final Evaluations evaluations;
  private final Interviews interviews;
  private final Notes notes;
  private final Offers offers;
  private final Tags tags;
  private final Talents talents;

  /**
   * Sends nothing yet.
   *
   * @param sender may serve several apps
   * @param listeners are told of each call
   */
  public FeishuHire(
      App app, QuotaShare share, HttpSender sender, Time time, List<CallListener> listeners) {
    transport = new Transport(app, share, sender, time, listeners);
    attachments = new Attachments(transport);
    siteUsers = new SiteUsers(transport);
    deliveries = new Deliveries(transport);
    websites = new Websites(transport);
    jobPosts = new JobPosts(transport);
    channels = new Channels(transport);
    locations = new Locations(transport);
    applications = new Applications(transport);
    hiringProcesses = new HiringProcesses(transport);
    terminationReasons = new TerminationReasons(transport);
    evaluations = new Evaluations(transport);
    interviews = new Interviews(transport);
    notes = new Notes(transport);
    offers = new Offers(transport);
    tags = new Tags(transport);
    talents = new Talents(transport);
  }

  /** Nobody is told of its calls. */
  public FeishuHire(App app, QuotaShare share, HttpSender sender, Time time) {
    this(app, share, sender, time, List.of());
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

  /** What stands between this app and an API now. */
  public EndpointLimits limits(Endpoint endpoint) {
    return transport.limits(endpoint);
  }

  /** By how much Feishu's clock is ahead of ours, by its last answer, to within a second or two. */
  public Duration clockAhead() {
    return transport.clockAhead();
  }

  /**
   * Has another part of the limits from now on; what was called before counts.
   *
   * @param from when calls may be made: none before, but for tokens
   */
  public void share(QuotaShare share, Instant from) {
    transport.share(share, from);
  }

  /**
   * Makes sure that there is a token; harmless when there is one.
   *
   * @throws FeishuException when there is none to be had
   */
  public void authenticate() {
    transport.authenticate();
  }

  /**
   * Questions that are due to APIs which have failed, and have no effect. Each takes as long as a
   * call and throws nothing; without them an API is tried again all the same, but late.
   */
  public List<Runnable> dueProbes() {
    return transport.dueProbes();
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

  public Applications applications() {
    return applications;
  }

  public HiringProcesses hiringProcesses() {
    return hiringProcesses;
  }

  public TerminationReasons terminationReasons() {
    return terminationReasons;
  }

  public Evaluations evaluations() {
    return evaluations;
  }

  public Interviews interviews() {
    return interviews;
  }

  public Notes notes() {
    return notes;
  }

  public Offers offers() {
    return offers;
  }

  public Tags tags() {
    return tags;
  }

  public Talents talents() {
    return talents;
  }
}
