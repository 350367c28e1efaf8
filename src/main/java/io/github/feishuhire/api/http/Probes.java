package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

  private record Target(Circuit circuit, Runnable question, Consumer<CircuitProbe> answered) {}

  private final List<Target> targets = new ArrayList<>();
  private final Time time;

  Probes(Time time) {
    this.time = time;
  }

  /** As long as a call may take: an API that is slow is up. */
  static Duration deadline(Endpoint endpoint) {
    return ObjectUtils.min(endpoint.deadline(), LONGEST);
  }

  private static Call question(Endpoint endpoint) {
    String[] arguments =
        Stream.of(endpoint.path().split("/"))
            .filter("*"::equals)
            .map(argument -> NONE)
            .toArray(String[]::new);
    return endpoint.method().equals("GET")
        ? Call.get(endpoint, arguments)
        : Call.post(endpoint, Map.of(), arguments);
  }

  /** For an API that is asked something it refuses; that it answered is all there is to learn. */
  void add(Endpoint endpoint, Circuit circuit, CallChannel channel) {
    Runnable question =
        () -> {
          Answer<?> unused = send(question(endpoint), channel);
        };
    targets.add(new Target(circuit, question, CircuitProbe::answered));
  }

  /**
   * For an API that may be called at any time: when it answers, there is nothing left to try.
   *
   * @param call what is called; its effect is wanted
   */
  void addCall(Circuit circuit, Runnable call) {
    targets.add(new Target(circuit, call, CircuitProbe::succeeded));
  }

  /** A call that waits for nobody. */
  Answer<JsonNode> send(Call call, CallChannel channel) {
    return channel.send(Sending.begun(call, CallOptions.patient(Duration.ZERO), time.now()));
  }

  /** Each takes as long as a call and throws nothing. */
  List<Runnable> due() {
    return targets.stream()
        .flatMap(target -> target.circuit().dueProbe().stream().map(probe -> run(target, probe)))
        .toList();
  }

  private static Runnable run(Target target, CircuitProbe probe) {
    return () -> {
      try {
        target.question().run();
        target.answered().accept(probe);
      } catch (FeishuException e) {
        switch (Sign.of(e.failure())) {
          case ANSWERS -> probe.answered();
          case FAILS, NONE -> {} // the next one asks again
        }
      }
    };
  }
}
