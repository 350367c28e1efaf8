package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.website.Websites;
import io.github.feishuhire.command.setup.ReceivedEvents;
import io.github.feishuhire.worker.catalogue.Task;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection to Feishu: network, clock, credentials, address, scopes. What could only fail for
 * the same reason again is not looked at any more.
 */
final class FeishuCheck {

  private final Subject subject;
  private final Probe probe;
  private final Reachability reachability;
  private final AppFault app;
  private final ScopeCheck scopes;
  private final WebsiteCheck websites;
  private final Optional<EventCheck> events;

  /**
   * @param events empty where they are not received
   */
  FeishuCheck(
      Subject subject,
      Probe probe,
      List<Task> tasks,
      Websites websites,
      Optional<ReceivedEvents> events) {
    this.subject = subject;
    this.probe = probe;
    this.reachability = new Reachability(subject, probe.address(), probe.proxy());
    this.app = new AppFault(subject);
    this.scopes = new ScopeCheck(subject, probe, tasks);
    this.websites = new WebsiteCheck(subject, websites);
    this.events = events.map(received -> new EventCheck(subject, received));
  }

  void examine(Consumer<Finding> findings) {
    try {
      Reply token = probe.authenticate();
      if (!token.isFeishu()) {
        findings.accept(reachability.stranger(token));
        return;
      }
      findings.accept(reachability.reached());
      findings.accept(reachability.clock(token));
      if (token.code() != 0) {
        findings.accept(
            app.in(token).orElseGet(() -> subject.fault("doctor.app.noToken", token.code())));
        return;
      }
      findings.accept(subject.ok("doctor.app.accepted"));
      Reply list = probe.read(ScopeCheck.LIST, null);
      Optional<Finding> refused = app.in(list);
      if (refused.isPresent()) {
        findings.accept(refused.get());
        return;
      }
      findings.accept(subject.ok("doctor.app.admitted"));
      scopes.examine(list, findings);
      events.ifPresent(check -> check.examine(ScopeCheck.granted(list), findings));
      websites.examine().ifPresent(findings);
    } catch (IOException e) {
      findings.accept(reachability.unreachable(e));
    }
  }
}
