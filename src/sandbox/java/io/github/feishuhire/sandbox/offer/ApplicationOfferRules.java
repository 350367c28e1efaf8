package io.github.feishuhire.sandbox.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.application.Applications;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Shows the offer of an application. Assumption: without one the reply has no data. */
public final class ApplicationOfferRules implements Rules {

  private final Applications applications;
  private final Offers offers;

  public ApplicationOfferRules(Applications applications, Offers offers) {
    this.applications = applications;
    this.offers = offers;
  }

  @Override
  public Reply answer(Call call) {
    String applicationId = applications.require(call.parameter("application_id")).id();
    ObjectNode data = Reply.object();
    offers.ofApplication(applicationId).ifPresent(offer -> data.set("offer", offer.tree()));
    return Reply.success(data);
  }
}
