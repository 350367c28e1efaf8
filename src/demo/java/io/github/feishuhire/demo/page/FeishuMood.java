package io.github.feishuhire.demo.page;

import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** How Feishu behaves until somebody changes it. */
enum FeishuMood {
  WELL(Optional.empty()),
  DOWN(Optional.of(Fault.html(502))),
  SLOW(Optional.of(Fault.delayed(Duration.ofSeconds(4)))),
  THROTTLING(Optional.of(Fault.throttled(Duration.ofSeconds(3))));

  private final Optional<Fault> fault;

  FeishuMood(Optional<Fault> fault) {
    this.fault = fault;
  }

  void apply(Sandbox sandbox) {
    fault.ifPresentOrElse(sandbox::disturb, sandbox::calm);
  }
}
