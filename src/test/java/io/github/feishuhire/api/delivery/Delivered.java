package io.github.feishuhire.api.delivery;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.delivery.Application;
import java.time.Duration;

/** Deliveries that have arrived. */
public final class Delivered {

  private Delivered() {}

  /** The documentation's example, as the sandbox keeps it. */
  public static Application to(FeishuHire hire, Sandbox sandbox) {
    String unused =
        hire.deliveries()
            .submit(Drafts.WEBSITE, Drafts.documented(), CallOptions.patient(Duration.ZERO));
    return sandbox.applications().getLast();
  }
}
