package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.command.setup.Setup;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Every check, in the order in which one depends on another. */
final class Doctor {

  private final Setup setup;
  private final InstantSource clock;

  /**
   * @param clock of this machine
   */
  Doctor(Setup setup, InstantSource clock) {
    this.setup = setup;
    this.clock = clock;
  }

  /** Tells each finding as it is made. */
  void examine(Consumer<Finding> findings) {
    settings(findings);
    new CamundaCheck(setup.camunda(), setup.restConfigured()).examine(findings);
    Probe.Line line = Probe.Line.open();
    HttpSender sender = HttpSender.create();
    setup
        .apps()
        .forEach(
            (name, app) -> {
              var hire = new FeishuHire(app, setup.quotaShare(), sender, Time.system());
              new FeishuCheck("feishu " + name, new Probe(app, line, clock), hire.websites())
                  .examine(findings);
            });
  }

  private void settings(Consumer<Finding> findings) {
    setup
        .settings()
        .forEach(
            setting ->
                findings.accept(
                    Finding.ok("settings", setting.name() + " is from " + setting.origin())));
    String problem = setup.problem();
    if (problem != null) {
      findings.accept(
          Finding.fault("settings", "not complete, so Feishu is not looked at", problem));
    }
  }
}
