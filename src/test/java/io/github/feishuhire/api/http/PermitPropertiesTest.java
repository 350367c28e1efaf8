package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.FeishuException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Whatever order callers, probes and the passing of time come in: no permit is lost, and once
 * Feishu is well, everything is open to everybody again.
 */
final class PermitPropertiesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int CALLERS = 24;
  private static final int CALLS = 20;

  private final HastyTime time = new HastyTime();

  @Property(tries = 300)
  void everyOrderOfEventsEndsInAClosedCircuit(@ForAll long seed, @ForAll boolean repeatable) {
    TrialPolicy policy = repeatable ? TrialPolicy.REPEATABLE : TrialPolicy.DOUBTFUL;
    var circuit = new Circuit("test", policy, time);
    AtomicInteger trials = new AtomicInteger();

    together(seed, random -> call(circuit, random, trials));

    for (int i = 0; circuit.isOpen() && i < 10_000; i++) {
      circuit.dueProbe().ifPresent(CircuitProbe::answered);
      time.sleep(SECOND);
      try (CircuitPermit permit = circuit.enter()) {
        permit.answered();
      } catch (FeishuException notYet) {
        // the wait goes on
      }
    }
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.untilTurn(1000)).isZero();
    assertThat(trials).hasValue(0);
  }

  @Property(tries = 300)
  void everyOrderOfEventsLeavesAllTheRoom(@ForAll long seed) {
    var limit = new DoubtLimit(() -> SECOND, time);

    together(seed, random -> call(limit, random));

    try (DoubtLimit.Permit permit = limit.enter(Duration.ZERO)) {
      permit.answered();
    }
    assertThat(limit.waiting()).isZero();
    for (int i = 0; i < Circuit.FAILURES; i++) {
      DoubtLimit.Permit unused = limit.enter(Duration.ZERO); // throws where there is none
    }
  }

  private void call(Circuit circuit, Random random, AtomicInteger trials) {
    if (random.nextInt(4) == 0) {
      circuit.dueProbe().filter(probe -> random.nextBoolean()).ifPresent(CircuitProbe::answered);
      time.sleep(Duration.ofMillis(random.nextInt(3000)));
    }
    try (CircuitPermit permit = circuit.enter()) {
      if (permit.isTrial()) {
        assertThat(trials.incrementAndGet()).as("trials at once").isEqualTo(1);
      }
      LockSupport.parkNanos(1);
      if (permit.isTrial()) {
        trials.decrementAndGet();
      }
      switch (random.nextInt(8)) {
        case 0 -> permit.answered();
        case 1 -> permit.requireValid();
        case 2 -> throw new IllegalStateException("as the checkpoint does when a lease has ended");
        default -> permit.failed();
      }
    } catch (FeishuException | IllegalStateException ended) {
      // what became of a call is no matter here
    }
  }

  private static void call(DoubtLimit limit, Random random) {
    try (DoubtLimit.Permit permit = limit.enter(Duration.ofMillis(random.nextInt(2)))) {
      LockSupport.parkNanos(1);
      switch (random.nextInt(4)) {
        case 0 -> permit.answered();
        case 1 -> permit.inDoubt();
        case 2 -> permit.departs();
        default -> {}
      }
    } catch (FeishuException noRoom) {
      // it gave up
    }
  }

  private interface Caller {
    void call(Random random);
  }

  /** Thousands of calls, of as many virtual threads as fit into a few. */
  private static void together(long seed, Caller caller) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running =
          IntStream.range(0, CALLERS)
              .<Future<?>>mapToObj(
                  number ->
                      threads.submit(
                          () -> {
                            Random random = new Random(seed + number);
                            for (int i = 0; i < CALLS; i++) {
                              caller.call(random);
                            }
                          }))
              .toList();
      for (var one : running) {
        try {
          one.get();
        } catch (InterruptedException | ExecutionException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
