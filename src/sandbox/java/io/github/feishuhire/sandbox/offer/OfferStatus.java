package io.github.feishuhire.sandbox.offer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an offer is, with Feishu's numbers; those of internships are left out. */
public enum OfferStatus {
  NOT_APPLIED(1),
  APPROVING(2),
  APPROVAL_WITHDRAWN(3),
  APPROVED(4),
  NOT_APPROVED(5),
  SENT(6),
  ACCEPTED(7),
  DECLINED(8),
  EXPIRED(9),
  CREATED(10);

  private final int number;

  OfferStatus(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  /** By its name in small letters. */
  public static Optional<OfferStatus> of(String name) {
    return Arrays.stream(values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
