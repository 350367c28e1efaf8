package io.github.feishuhire.monitoring;

import io.github.feishuhire.event.longconnection.ConnectionState;
import io.github.feishuhire.event.longconnection.End;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Whether events can come over the long connections, and since when. Asks nobody. */
public final class LongConnectionHealth implements HealthIndicator {

  private final Supplier<List<ConnectionState>> states;

  public LongConnectionHealth(Supplier<List<ConnectionState>> states) {
    this.states = states;
  }

  @Override
  public Health health() {
    List<ConnectionState> all = states.get();
    boolean isDown = all.stream().anyMatch(state -> state.trouble() != null);
    Health.Builder health = isDown ? Health.down() : Health.up();
    all.forEach(state -> health.withDetail(state.connection(), detail(state)));
    return health.build();
  }

  private static String detail(ConnectionState state) {
    End trouble = state.trouble();
    String what =
        trouble == null ? state.isConnected() ? "connected" : "not connected yet" : trouble.what();
    return what + " since " + state.since().truncatedTo(ChronoUnit.SECONDS);
  }
}
