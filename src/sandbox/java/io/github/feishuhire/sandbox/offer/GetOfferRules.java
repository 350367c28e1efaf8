package io.github.feishuhire.sandbox.offer;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Shows an offer. Assumption: the page names no code for one that is not there. */
public final class GetOfferRules implements Rules {

  private final Offers offers;

  public GetOfferRules(Offers offers) {
    this.offers = offers;
  }

  @Override
  public Reply answer(Call call) {
    Offer offer =
        offers
            .find(call.parameter("offer_id"))
            .orElseThrow(() -> new Refusal(ErrorCode.OFFER_NOT_FOUND));
    return Reply.success(Reply.object().set("offer", offer.tree()));
  }
}
