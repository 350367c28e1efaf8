package io.github.feishuhire.command.doctor;

import io.github.feishuhire.network.ProxyRefusalException;
import io.github.feishuhire.network.WebProxy;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Whether Feishu is there, whether it is Feishu, and what time it has. */
record Reachability(Subject subject, URI address, Optional<WebProxy> proxy) {

  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  Finding reached() {
    return proxy
        .map(one -> subject.ok("doctor.reached.proxy", address, one.address()))
        .orElseGet(
            () ->
                subject.ok(
                    "https".equals(address.getScheme()) ? "doctor.reached.tls" : "doctor.reached",
                    address));
  }

  Finding unreachable(IOException failure) {
    if (proxy.isPresent() && !(failure instanceof SSLException)) {
      String between = proxy.get().address();
      return failure instanceof ProxyRefusalException
          ? subject.fault("doctor.proxy.credentials", address, between)
          : subject.fault("doctor.proxy.unreachable", address, between);
    }
    return switch (failure) {
      case UnknownHostException unknown -> subject.fault("doctor.unknownHost", address.getHost());
      case SSLException tls -> subject.fault("doctor.tls", address.getHost());
      default -> subject.fault("doctor.unreachable", address);
    };
  }

  Finding stranger(Reply reply) {
    return subject.fault("doctor.stranger", address, reply.httpStatus());
  }

  Finding clock(Reply reply) {
    Duration ahead = reply.ahead();
    if (ahead == null) {
      return subject.note("doctor.clock.unknown");
    }
    if (ahead.abs().compareTo(TOLERANCE) <= 0) {
      return subject.ok("doctor.clock.right");
    }
    Words words = subject.words();
    return subject.fault(
        "doctor.clock.wrong",
        amount(ahead.abs(), words),
        words.say(ahead.isNegative() ? "doctor.clock.ahead" : "doctor.clock.behind"));
  }

  private static String amount(Duration difference, Words words) {
    long minutes = difference.toMinutes();
    return minutes < 2
        ? words.say("doctor.clock.minute")
        : words.say("doctor.clock.minutes", minutes);
  }
}
