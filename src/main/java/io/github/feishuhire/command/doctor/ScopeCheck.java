package io.github.feishuhire.command.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.SetUpCause;
import io.github.feishuhire.command.doctor.Finding.State;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.Task;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Which scopes the app has.
 *
 * @param tasks of the catalogue
 */
record ScopeCheck(Subject subject, Probe probe, List<Task> tasks) {

  /** Path of the call that lists what is granted; it needs no scope itself. */
  static final String LIST = "application/v6/scopes";

  private static final int GRANTED = 1;

  /** Granted for calls in the name of a user; the worker calls in the name of the app. */
  private static final String OF_USERS = "user";

  void examine(Reply list, Consumer<Finding> findings) throws IOException {
    Optional<Set<String>> granted = granted(list);
    for (Scope scope : Scope.values()) {
      findings.accept(scope(scope, granted));
    }
  }

  /**
   * The scopes the tenant has granted; empty when Feishu does not tell.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/scope/list">Feishu:
   *     scopes granted by the tenant</a>
   */
  static Optional<Set<String>> granted(Reply reply) {
    JsonNode scopes = reply.data().path("scopes");
    return reply.code() == 0 && scopes.isArray()
        ? Optional.of(
            scopes
                .valueStream()
                .filter(scope -> scope.path("grant_status").asInt() == GRANTED)
                .filter(scope -> !scope.path("scope_type").asText().equals(OF_USERS))
                .map(scope -> scope.path("scope_name").asText())
                .collect(Collectors.toSet()))
        : Optional.empty();
  }

  private Finding scope(Scope scope, Optional<Set<String>> granted) throws IOException {
    Reply read = probe.read(scope.path(), scope.body());
    boolean listed = granted.isPresent() && granted.get().contains(scope.label());
    if (isRefused(read) || (granted.isPresent() && !listed)) {
      return missing(scope, read);
    }
    if (listed || (scope.isExact() && passed(read.code()))) {
      return subject.ok("doctor.scope.granted", scope.label());
    }
    return subject.note("doctor.scope.unseen", scope.label(), users(scope));
  }

  private static boolean isRefused(Reply read) {
    return read.cause().filter(cause -> cause == SetUpCause.SCOPE).isPresent();
  }

  /** Whether a call came as far as Hire itself, which names its codes 1002001 and on. */
  private static boolean passed(int code) {
    return code == 0 || (code >= 1002000 && code < 1003000);
  }

  private Finding missing(Scope scope, Reply read) {
    Words words = subject.words();
    String text =
        isRefused(read)
            ? words.say("doctor.scope.refused", scope.label(), read.code())
            : words.say("doctor.scope.missing", scope.label());
    String advice =
        read.link()
            .map(link -> words.say("doctor.scope.addAt", link))
            .orElseGet(() -> words.say("doctor.scope.add"));
    return scope.isNeeded()
        ? new Finding(State.FAULT, subject.name(), text, advice)
        : new Finding(
            State.NOTE,
            subject.name(),
            words.say(
                scope.isForTemplates() ? "doctor.scope.unneeded" : "doctor.scope.ofTasks",
                text,
                users(scope)),
            advice);
  }

  /** The tasks that it is for. */
  private String users(Scope scope) {
    Words words = subject.words();
    return words.list(
        tasks.stream()
            .filter(scope::isFor)
            .map(task -> words.say("task." + task.slug() + ".name")));
  }
}
