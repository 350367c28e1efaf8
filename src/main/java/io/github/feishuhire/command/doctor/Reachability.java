package io.github.feishuhire.command.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Whether Feishu is there, whether it is Feishu, and what time it has. */
record Reachability(String subject, URI address) {

  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  Finding reached() {
    String certificate =
        "https".equals(address.getScheme()) ? ", and its certificate is trusted" : "";
    return Finding.ok(subject, address + " is reached" + certificate);
  }

  Finding unreachable(IOException failure) {
    String host = address.getHost();
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
              address + " cannot be reached",
              "Open the firewall for it, or start Java with -Dhttps.proxyHost and"
                  + " -Dhttps.proxyPort.");
    };
  }

  Finding stranger(Reply reply) {
    return Finding.fault(
        subject,
        address
            + " answers, but not as Feishu does (HTTP "
            + reply.httpStatus()
            + ", not its JSON)",
        "Check feishu.base-url, and whether a proxy or a login page answers instead.");
  }

  Finding clock(Reply reply) {
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
}
