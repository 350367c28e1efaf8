package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.website.Websites;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection to Feishu: network, clock, credentials, address, scopes. What could only fail for
 * the same reason again is not looked at any more.
 */
final class FeishuCheck {

  private final String subject;
  private final Probe probe;
  private final Reachability reachability;
  private final AppFault app;
  private final ScopeCheck scopes;
  private final WebsiteCheck websites;

  FeishuCheck(String subject, Probe probe, Websites websites) {
    this.subject = subject;
    this.probe = probe;
    this.reachability = new Reachability(subject, probe.address());
    this.app = new AppFault(subject);
    this.scopes = new ScopeCheck(subject, probe);
    this.websites = new WebsiteCheck(subject, websites);
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
        findings.accept(app.in(token).orElseGet(() -> noToken(token.code())));
        return;
      }
      findings.accept(Finding.ok(subject, "the app's id and secret are accepted"));
      Reply list = probe.read(ScopeCheck.LIST, null);
      Optional<Finding> refused = app.in(list);
      if (refused.isPresent()) {
        findings.accept(refused.get());
        return;
      }
      findings.accept(Finding.ok(subject, "calls from this machine's address are admitted"));
      scopes.examine(list, findings);
      websites.examine().ifPresent(findings);
    } catch (IOException e) {
      findings.accept(reachability.unreachable(e));
    }
  }

  private Finding noToken(int code) {
    return Finding.fault(
        subject, "Feishu gives no token (" + code + ")", "Run it again in a few minutes.");
  }
}
