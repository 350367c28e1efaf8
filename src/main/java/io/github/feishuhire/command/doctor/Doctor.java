package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.command.doctor.Finding.State;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.settings.SettingDoubt;
import io.github.feishuhire.worker.catalogue.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Every check, in the order in which one depends on another. */
final class Doctor {

  private final Setup setup;
  private final List<Task> tasks;
  private final InstantSource clock;

  /**
   * @param tasks of the catalogue
   * @param clock of this machine
   */
  Doctor(Setup setup, List<Task> tasks, InstantSource clock) {
    this.setup = setup;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Tells each finding as it is made. */
  void examine(Consumer<Finding> findings) {
    settings(findings);
    new CamundaCheck(setup.words(), setup.camunda(), setup.restConfigured()).examine(findings);
    Probe.Line line = Probe.Line.open(setup.egress());
    HttpSender sender = HttpSender.create(setup.egress());
    setup
        .apps()
        .forEach(
            (name, app) -> {
              var subject = new Subject("feishu " + name, setup.words());
              var hire = new FeishuHire(app, setup.quotaShare(), sender, Time.system());
              var events = Optional.ofNullable(setup.events().get(name));
              new FeishuCheck(subject, new Probe(app, line, clock), tasks, hire.websites(), events)
                  .examine(findings);
            });
  }

  private void settings(Consumer<Finding> findings) {
    Subject subject = new Subject("settings", setup.words());
    setup
        .settings()
        .forEach(
            setting ->
                findings.accept(subject.ok("doctor.setting", setting.name(), setting.origin())));
    setup.doubts().forEach(doubt -> findings.accept(finding(doubt, subject)));
    String problem = setup.problem();
    if (problem != null) {
      String text = setup.words().say("doctor.incomplete");
      findings.accept(new Finding(State.FAULT, subject.name(), text, problem));
    }
  }

  private static Finding finding(SettingDoubt doubt, Subject subject) {
    return switch (doubt) {
      case SettingDoubt.Unknown unknown when unknown.nearest() != null ->
          subject.fault("doctor.misspelt", unknown.name(), unknown.nearest());
      case SettingDoubt.Unknown unknown -> subject.note("doctor.unknownSetting", unknown.name());
      case SettingDoubt.OnCommandLine secret ->
          subject.fault("doctor.onCommandLine", secret.name());
    };
  }
}
