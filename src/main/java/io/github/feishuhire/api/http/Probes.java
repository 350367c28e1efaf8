package io.github.feishuhire.api.http;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.lang3.ObjectUtils;

/**
 * Asks APIs that have failed something they can only refuse: an empty body, for a career site that
 * cannot be. Any answer tells that the API is up again, and none has an effect. It has to be the
 * same API, because one may be down while all others are well.
 */
final class Probes {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final String NONE = "0";

  private record Target(Circuit circuit, CallChannel channel) {}

  private final Map<Endpoint, Target> targets = new EnumMap<>(Endpoint.class);
  private final Time time;

  Probes(Time time) {
    this.time = time;
  }

  /** As long as a call may take: an API that is slow is up. */
  static Duration deadline(Endpoint endpoint) {
    return ObjectUtils.min(endpoint.deadline(), LONGEST);
  }

  static Call question(Endpoint endpoint) {
    String[] arguments =
        Stream.of(endpoint.path().split("/"))
            .filter("*"::equals)
            .map(argument -> NONE)
            .toArray(String[]::new);
    return endpoint.method().equals("GET")
        ? Call.get(endpoint, arguments)
        : Call.post(endpoint, Map.of(), arguments);
  }

  void add(Endpoint endpoint, Circuit circuit, CallChannel channel) {
    targets.put(endpoint, new Target(circuit, channel));
  }

  /**
   * @param questions what to ask an API
   */
  List<Runnable> due(Function<Endpoint, Call> questions) {
    return targets.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().circuit().dueProbe().stream()
                    .map(probe -> run(questions, entry.getKey(), entry.getValue(), probe)))
        .toList();
  }

  private Runnable run(
      Function<Endpoint, Call> questions, Endpoint endpoint, Target target, CircuitProbe probe) {
    return () -> {
      try {
        CallOptions options = CallOptions.patient(Duration.ZERO);
        Answer<?> unused =
            target.channel().send(Sending.begun(questions.apply(endpoint), options, time.now()));
        probe.answered();
      } catch (FeishuException e) {
        switch (Sign.of(e.failure())) {
          case ANSWERS -> probe.answered();
          case FAILS, NONE -> {} // the next one asks again
        }
      }
    };
  }
}
