package io.github.feishuhire.api.offer;

import io.github.feishuhire.api.Numbered;

/** How far an offer is. */
public enum OfferStatus implements Numbered {
  NOT_APPLIED(1),
  APPROVING(2),
  APPROVAL_WITHDRAWN(3),
  APPROVED(4),
  NOT_APPROVED(5),
  SENT(6),
  ACCEPTED(7),
  DECLINED(8),
  EXPIRED(9),
  CREATED(10),
  INTERN_PENDING_ONBOARDING(11),
  INTERN_ONBOARDED(12),
  INTERN_LEFT(13);

  private final int number;

  OfferStatus(int number) {
    this.number = number;
  }

  @Override
  public int number() {
    return number;
  }
}
