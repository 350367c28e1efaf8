package io.github.feishuhire.api.offer;

import org.jspecify.annotations.Nullable;

/**
 * An offer to an applicant.
 *
 * @param status null where Feishu tells none that is documented
 * @param onboardDate when the candidate is to join, as Feishu writes it
 */
public record Offer(
    String id,
    @Nullable String applicationId,
    @Nullable OfferStatus status,
    @Nullable String onboardDate) {

  @Override
  public String toString() {
    return "Offer[" + id + "]";
  }
}
