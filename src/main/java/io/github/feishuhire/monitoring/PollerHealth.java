package io.github.feishuhire.monitoring;

import io.github.feishuhire.worker.engine.PollState;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether all pollers are as they should be; those that are not are named. Asks nobody. */
public final class PollerHealth implements HealthIndicator {

  private final Supplier<List<PollState>> pollers;
  private final Predicate<PollState> isWell;

  public PollerHealth(Supplier<List<PollState>> pollers, Predicate<PollState> isWell) {
    this.pollers = pollers;
    this.isWell = isWell;
  }

  @Override
  public Health health() {
    List<PollState> unwell = pollers.get().stream().filter(isWell.negate()).toList();
    if (unwell.isEmpty()) {
      return Health.up().build();
    }
    Health.Builder down = Health.down();
    unwell.forEach(
        poller ->
            down.withDetail(
                poller.jobType(),
                poller.trouble().isEmpty()
                    ? "no sign for " + poller.sinceLastSign().toSeconds() + " s"
                    : poller.trouble()));
    return down.build();
  }
}
