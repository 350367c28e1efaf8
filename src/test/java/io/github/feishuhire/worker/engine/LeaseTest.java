package io.github.feishuhire.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A lease between a clock that stands still and one that jumps. */
final class LeaseTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final TwoClocks clocks = new TwoClocks();
  private final Lease lease = new Lease(MINUTE, clocks);

  /** Each moves only when a test moves it. */
  private static final class TwoClocks implements Time {

    private Instant steady = Instant.EPOCH;
    private Instant wall = Instant.parse("2024-08-02T03:04:05Z");

    void steady(Duration by) {
      steady = steady.plus(by);
    }

    void wall(Duration by) {
      wall = wall.plus(by);
    }

    void both(Duration by) {
      steady(by);
      wall(by);
    }

    @Override
    public Instant now() {
      return steady;
    }

    @Override
    public Instant wallClock() {
      return wall;
    }

    @Override
    public void sleep(Duration duration) {
      both(duration);
    }

    @Override
    public boolean await(CountDownLatch signal, Duration atMost) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void endsAfterItsLength() {
    clocks.both(Duration.ofSeconds(59));
    assertThat(lease.remaining()).isEqualTo(Duration.ofSeconds(1));

    clocks.both(Duration.ofSeconds(2));

    assertThat(lease.remaining()).isZero();
    assertThatThrownBy(() -> lease.requireRoom(Duration.ofMillis(1)))
        .isInstanceOf(LeaseEndedException.class);
  }

  @Test
  void endsWhileTheMachineIsSuspended() {
    clocks.wall(Duration.ofMinutes(2));

    assertThat(lease.remaining()).isZero();
  }

  @Test
  void isNotProlongedByAWallClockThatIsSetBack() {
    clocks.wall(Duration.ofHours(-1));
    clocks.both(Duration.ofSeconds(40));

    assertThat(lease.remaining()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void ofEachJobOfOneRequestStartsWithTheRequest() {
    clocks.steady(Duration.ofSeconds(5));
    clocks.wall(Duration.ofSeconds(50));

    Lease another = lease.forAnother();

    assertThat(another.remaining()).isEqualTo(Duration.ofSeconds(10));
    another.becomes(new Lease(MINUTE, clocks));
    assertThat(another.remaining()).isEqualTo(MINUTE);
    assertThat(lease.remaining()).isEqualTo(Duration.ofSeconds(10));
  }
}
