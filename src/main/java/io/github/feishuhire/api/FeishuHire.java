package io.github.feishuhire.api;

import io.github.feishuhire.api.attachment.Attachments;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.http.CallListener;
import io.github.feishuhire.api.http.Exchange;
import io.github.feishuhire.api.http.Transport;
import io.github.feishuhire.api.siteuser.SiteUsers;
import java.util.List;

/**
 * Feishu Hire as seen by one app: the front door of this package. Safe for use by any number of
 * threads.
 */
public final class FeishuHire {

  private final Attachments attachments;
  private final SiteUsers siteUsers;
  private final Deliveries deliveries;

  /**
   * Sends nothing yet.
   *
   * @param replicas workers that use the same app and so share its limits
   * @param exchange may serve several apps
   * @param listeners are told of each call
   */
  public FeishuHire(
      App app, int replicas, Exchange exchange, Time time, List<CallListener> listeners) {
    Transport transport = new Transport(app, replicas, exchange, time, listeners);
    attachments = new Attachments(transport);
    siteUsers = new SiteUsers(transport);
    deliveries = new Deliveries(transport);
  }

  /** Nobody is told of its calls. */
  public FeishuHire(App app, int replicas, Exchange exchange, Time time) {
    this(app, replicas, exchange, time, List.of());
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
}
