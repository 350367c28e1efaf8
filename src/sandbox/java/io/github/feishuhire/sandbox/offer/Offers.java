package io.github.feishuhire.sandbox.offer;

import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.event.EventFeed;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Reply;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The store of offers: one for an application. What changes is told. */
public final class Offers {

  private final Ids ids;
  private final InstantSource clock;
  private final EventFeed feed;
  private final Map<String, Offer> byApplication = new LinkedHashMap<>();

  public Offers(Ids ids, InstantSource clock, EventFeed feed) {
    this.ids = ids;
    this.clock = clock;
    this.feed = feed;
  }

  /** Makes the offer of an application, of which nobody is told, or changes how far it is. */
  public synchronized void bring(JobApplication application, OfferStatus status) {
    Offer before = byApplication.get(application.id());
    Offer after =
        before == null
            ? new Offer(
                ids.decimal(), application.id(), application.jobId(), status, clock.instant())
            : before.with(status);
    byApplication.put(application.id(), after);
    if (before != null && before.status() != status) {
      feed.happened("hire.offer.status_changed_v1", Reply.object().put("offer_id", after.id()));
    }
  }

  synchronized Optional<Offer> ofApplication(String applicationId) {
    return Optional.ofNullable(byApplication.get(applicationId));
  }

  synchronized Optional<Offer> find(String id) {
    return byApplication.values().stream().filter(offer -> offer.id().equals(id)).findFirst();
  }
}
