package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.command.setup.ReceivedEvents;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.EventType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What can be seen of the way events come; what the app is subscribed to cannot be. */
record EventCheck(Subject subject, ReceivedEvents events) {

  /**
   * Looks at settings and scopes.
   *
   * @param granted scopes; empty when Feishu does not tell
   */
  void examine(Optional<Set<String>> granted, Consumer<Finding> findings) {
    Words words = subject.words();
    boolean isPushed = events.mode().equals("webhook");
    findings.accept(
        isPushed
            ? subject.ok("doctor.events.webhook", String.valueOf(events.port()), events.path())
            : subject.ok("doctor.events.connected"));
    for (EventType type : EventType.values()) {
      if (events.types().contains(type.type())) {
        findings.accept(scope(type, granted));
      }
    }
    if (events.types().contains(EventType.APPLICATION_STAGE_CHANGED.type())) {
      List<String> names = Endpoint.LIST_JOB_PROCESSES.scopes();
      if (granted.stream().noneMatch(all -> all.containsAll(names))) {
        findings.accept(subject.note("doctor.events.names", either(names)));
      }
    }
    findings.accept(
        subject.note(
            "doctor.events.console",
            words.say(
                isPushed ? "doctor.events.webhook.console" : "doctor.events.connected.console"),
            words.list(events.types().stream())));
  }

  private Finding scope(EventType type, Optional<Set<String>> granted) {
    String scopes = either(type.scopes());
    if (granted.isEmpty()) {
      return subject.note("doctor.events.scope.unseen", type.type(), scopes);
    }
    return type.scopes().stream().anyMatch(granted.get()::contains)
        ? subject.ok("doctor.events.scope.granted", type.type())
        : subject.fault("doctor.events.scope.missing", type.type(), scopes);
  }

  private String either(List<String> scopes) {
    Stream<String> all = scopes.stream();
    return all.reduce((some, next) -> subject.words().say("doctor.events.or", some, next))
        .orElse("");
  }
}
