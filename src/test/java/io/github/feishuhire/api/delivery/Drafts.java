package io.github.feishuhire.api.delivery;

import java.util.List;

/** Deliveries to submit. */
public final class Drafts {

  /** The website of the documentation's example. */
  public static final String WEBSITE = "7047318856652261676";

  private Drafts() {}

  /** The documentation's example: everything that can be given. */
  public static DeliveryDraft documented() {
    return new DeliveryDraft(
        "6960663240925956636",
        "6960663240925956634",
        "7095614894070434092",
        "6891560630172518670",
        List.of("CT_100121"),
        "+86",
        "182900291190",
        "foo@bytedance.com",
        new Identification(1, "11002030131312312"));
  }

  /** Only what has to be given. */
  public static DeliveryDraft required() {
    return new DeliveryDraft(
        "6960663240925956636",
        "6960663240925956634",
        "7095614894070434092",
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
