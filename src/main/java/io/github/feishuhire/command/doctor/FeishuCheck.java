package io.github.feishuhire.command.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.website.Website;
import io.github.feishuhire.api.website.Websites;
import io.github.feishuhire.command.doctor.Finding.State;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * One connection to Feishu: network, clock, credentials, address, scopes. What could only fail for
 * the same reason again is not looked at any more.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code">Feishu:
 *     generic error codes</a>
 */
final class FeishuCheck {

  private static final Duration TOLERANCE = Duration.ofMinutes(1);
  private static final String SCOPES = "application/v6/scopes";
  private static final int GRANTED = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_NAMES = 10;
  private static final int SCOPE_MISSING = 99991672;

  private final String subject;
  private final Probe probe;
  private final Websites websites;

  FeishuCheck(String subject, Probe probe, Websites websites) {
    this.subject = subject;
    this.probe = probe;
    this.websites = websites;
  }

  void examine(Consumer<Finding> findings) {
    try {
      Reply token = probe.authenticate();
      if (!token.isFeishu()) {
        findings.accept(stranger(token));
        return;
      }
      findings.accept(Finding.ok(subject, probe.address() + " is reached" + certificate()));
      findings.accept(clock(token));
      if (token.code() != 0) {
        findings.accept(refusedCredentials(token.code()));
        return;
      }
      findings.accept(Finding.ok(subject, "the app's id and secret are accepted"));
      Reply list = probe.read(SCOPES, null);
      Optional<Finding> refused = refusedApp(list.code());
      if (refused.isPresent()) {
        findings.accept(refused.get());
        return;
      }
      findings.accept(Finding.ok(subject, "calls from this machine's address are admitted"));
      Optional<Set<String>> granted = granted(list);
      for (Scope scope : Scope.values()) {
        findings.accept(scope(scope, granted));
      }
      websites().ifPresent(findings);
    } catch (IOException e) {
      findings.accept(unreachable(e));
    }
  }

  private String certificate() {
    return "https".equals(probe.address().getScheme()) ? ", and its certificate is trusted" : "";
  }

  private Finding unreachable(IOException failure) {
    String host = probe.address().getHost();
    return switch (failure) {
      case UnknownHostException unknown ->
          Finding.fault(
              subject,
              "the name " + host + " cannot be resolved",
              "Check this machine's DNS and feishu.base-url; behind a proxy start Java with"
                  + " -Dhttps.proxyHost and -Dhttps.proxyPort.");
      case SSLException tls ->
          Finding.fault(
              subject,
              "no trusted TLS connection to " + host,
              "Something in between may replace the certificate: have Java trust it with"
                  + " -Djavax.net.ssl.trustStore. A wrong clock looks the same.");
      default ->
          Finding.fault(
              subject,
              probe.address() + " cannot be reached",
              "Open the firewall for it, or start Java with -Dhttps.proxyHost and"
                  + " -Dhttps.proxyPort.");
    };
  }

  private Finding stranger(Reply reply) {
    return Finding.fault(
        subject,
        probe.address()
            + " answers, but not as Feishu does (HTTP "
            + reply.httpStatus()
            + ", not its JSON)",
        "Check feishu.base-url, and whether a proxy or a login page answers instead.");
  }

  private Finding clock(Reply reply) {
    Duration ahead = reply.ahead();
    if (ahead == null) {
      return Finding.note(
          subject, "the reply has no date, so this machine's clock is not compared");
    }
    if (ahead.abs().compareTo(TOLERANCE) <= 0) {
      return Finding.ok(subject, "this machine's clock agrees with Feishu's to the minute");
    }
    return Finding.fault(
        subject,
        "this machine's clock is "
            + amount(ahead.abs())
            + (ahead.isNegative() ? " ahead of" : " behind")
            + " Feishu's",
        "Set it, best by NTP.");
  }

  private static String amount(Duration difference) {
    long minutes = difference.toMinutes();
    return minutes < 2 ? "more than a minute" : minutes + " minutes";
  }

  private Finding refusedCredentials(int code) {
    return switch (code) {
      case 10015 ->
          fault(
              "the app secret is wrong",
              code,
              "Copy it again from the developer console, under the app's credentials.");
      case 10014 ->
          fault(
              "there is no app with this id, or it is disabled",
              code,
              "Compare the id with the developer console, and have the tenant's administrator enable"
                  + " the app.");
      case 10003, 10005, 99991543 ->
          fault(
              "the app's id or secret is not one",
              code,
              "Copy both again from the developer console, under the app's credentials.");
      default ->
          refusedApp(code)
              .orElseGet(
                  () -> fault("Feishu gives no token", code, "Run it again in a few minutes."));
    };
  }

  /** What keeps an app with a token from calling anything; empty when it is none of this. */
  private Optional<Finding> refusedApp(int code) {
    return Optional.ofNullable(
        switch (code) {
          case 99991401 ->
              fault(
                  "this machine's address is not on the app's IP allow-list",
                  code,
                  "Add its public IPv4 address in the developer console, under security settings.");
          case 99991662 ->
              fault(
                  "the app is disabled",
                  code,
                  "Have the tenant's administrator enable it in the admin console.");
          case 99991673, 212100 ->
              fault(
                  "the app is not installed in the tenant",
                  code,
                  "Release a version of it and have the tenant's administrator approve it.");
          case 99991403 ->
              fault(
                  "the tenant's API calls of this month are used up",
                  code,
                  "Wait for the next month, or upgrade the tenant's plan.");
          default -> null;
        });
  }

  private Finding fault(String text, int code, String advice) {
    return Finding.fault(subject, text + " (" + code + ")", advice);
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
                .map(scope -> scope.path("scope_name").asText())
                .collect(Collectors.toSet()))
        : Optional.empty();
  }

  private Finding scope(Scope scope, Optional<Set<String>> granted) throws IOException {
    Reply read = probe.read(scope.path(), scope.body());
    boolean listed = granted.isPresent() && granted.get().contains(scope.label());
    if (read.code() == SCOPE_MISSING || (granted.isPresent() && !listed)) {
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

  /** Whether a call came as far as Hire itself, which names its codes 1002001 and on. */
  private static boolean passed(int code) {
    return code == 0 || (code >= 1002000 && code < 1003000);
  }

  private Finding missing(Scope scope, Reply read) {
    String advice =
        "Add it"
            + read.link().map(link -> " at " + link).orElse(" in the developer console")
            + ", release a version, and have the tenant's administrator approve it.";
    String text = "scope " + scope.label() + " is not granted (" + SCOPE_MISSING + ")";
    return scope.isNeeded()
        ? Finding.fault(subject, text, advice)
        : new Finding(State.NOTE, subject, text + ": it is only needed for " + scope.use(), advice);
  }

  /** By the client that the worker uses; empty when a scope is missing, which was said before. */
  private Optional<Finding> websites() {
    List<Website> found = new ArrayList<>();
    try {
      websites.list().forEachPage(() -> CallOptions.patient(PATIENCE), found::addAll);
    } catch (FeishuException e) {
      return e.failure() instanceof SetUpFault
          ? Optional.empty()
          : Optional.of(
              Finding.fault(subject, "the websites cannot be read", "Run it again in a minute."));
    }
    if (found.isEmpty()) {
      return Optional.of(
          Finding.note(subject, "the app sees no website, and there is nowhere to deliver to"));
    }
    String first =
        found.stream().limit(MOST_NAMES).map(FeishuCheck::name).collect(Collectors.joining(", "));
    String more =
        found.size() > MOST_NAMES ? ", and %d more".formatted(found.size() - MOST_NAMES) : "";
    return Optional.of(Finding.ok(subject, "websites: " + first + more));
  }

  /** On one line, and without what could control a terminal. */
  private static String name(Website website) {
    String name =
        Stream.of(website.zhName(), website.enName())
            .filter(one -> one != null && !one.isBlank())
            .map(one -> one.replaceAll("\\p{Cntrl}", " ").strip())
            .distinct()
            .collect(Collectors.joining(" / "));
    return (name + " (" + website.id().replaceAll("\\p{Cntrl}", "") + ")").strip();
  }
}
