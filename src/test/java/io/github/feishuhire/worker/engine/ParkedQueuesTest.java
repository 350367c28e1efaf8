package io.github.feishuhire.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.http.HastyTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However jobs leave, there is room for as many others. */
final class ParkedQueuesTest {

  private static final Duration LEASE = Duration.ofMinutes(1);

  private final HastyTime time = new HastyTime();
  private final ParkedQueues queues = new ParkedQueues(3);

  private ParkedJob job(long key) {
    return new ParkedJob(key, 3, new Lease(LEASE, time), LEASE);
  }

  private void fill() {
    assertThat(queues.add("default", job(2))).isTrue();
    assertThat(queues.add("default", job(1))).isTrue();
    assertThat(queues.add("lark", job(3))).isTrue();
  }

  @Test
  void haveRoomForSoManyOfAllConnections() {
    fill();

    assertThat(queues.add("lark", job(4))).isFalse();
    assertThat(queues.count("default")).isEqualTo(2);
    assertThat(queues.count("lark")).isEqualTo(1);
  }

  @Test
  void giveTheOldestFirst() {
    fill();

    List<ParkedJob> oldest = queues.takeOldest("default", 1);

    assertThat(oldest).extracting(ParkedJob::key).containsExactly(1L);
    assertThat(queues.add("lark", job(4))).isTrue();
    assertThat(queues.add("lark", job(5))).isFalse();
  }

  @Test
  void countAJobThatCameAgainOnce() {
    assertThat(queues.add("default", job(1))).isTrue();
    assertThat(queues.add("default", job(1))).isTrue();
    assertThat(queues.add("default", job(2))).isTrue();
    assertThat(queues.add("default", job(3))).isTrue();

    assertThat(queues.add("default", job(4))).isFalse();
  }

  @Test
  void forgetWhatIsSomebodyElses() {
    fill();
    time.sleep(Duration.ofSeconds(40));
    queues.extended("default", List.of(job(2), job(7)));
    time.sleep(Duration.ofSeconds(20));

    queues.removeLost("default");
    queues.removeLost("lark");

    assertThat(queues.takeOldest("default", 5)).extracting(ParkedJob::key).containsExactly(2L);
    assertThat(queues.count("lark")).isZero();
    fill();
  }

  @Test
  void nameThoseThatAreToBeExtended() {
    fill();
    assertThat(queues.toBeExtended("default", 5)).isEmpty();
    time.sleep(Duration.ofSeconds(40));

    assertThat(queues.toBeExtended("default", 5))
        .extracting(ParkedJob::key)
        .containsExactly(1L, 2L);
    assertThat(queues.toBeExtended("default", 1)).hasSize(1);
  }
}
