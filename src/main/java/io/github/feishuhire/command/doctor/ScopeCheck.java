package io.github.feishuhire.command.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.SetUpCause;
import io.github.feishuhire.command.doctor.Finding.State;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which scopes the app has. */
record ScopeCheck(String subject, Probe probe) {

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
  private static Optional<Set<String>> granted(Reply reply) {
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
      return Finding.ok(subject, "scope " + scope.label() + " is granted");
    }
    return Finding.note(
        subject,
        "scope "
            + scope.label()
            + ": nothing that only reads shows whether it is granted; the first "
            + scope.use()
            + " will");
  }

  private static boolean isRefused(Reply read) {
    return read.cause().filter(cause -> cause == SetUpCause.SCOPE).isPresent();
  }

  /** Whether a call came as far as Hire itself, which names its codes 1002001 and on. */
  private static boolean passed(int code) {
    return code == 0 || (code >= 1002000 && code < 1003000);
  }

  private Finding missing(Scope scope, Reply read) {
    String advice =
        "Add it"
            + read.link().map(link -> " at " + link).orElse(" in the developer console")
            + ", release a version, and have the tenant's administrator approve it.";
    String said = isRefused(read) ? " (" + read.code() + ")" : "";
    String text = "scope " + scope.label() + " is not granted" + said;
    return scope.isNeeded()
        ? Finding.fault(subject, text, advice)
        : new Finding(State.NOTE, subject, text + ": it is only needed for " + scope.use(), advice);
  }
}
