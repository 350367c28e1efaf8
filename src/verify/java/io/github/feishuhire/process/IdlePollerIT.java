package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.HeldBytes;
import io.github.feishuhire.worker.engine.Poller;
import io.github.feishuhire.worker.engine.Poller.Subscription;
import io.github.feishuhire.worker.engine.Turns;
import io.github.feishuhire.worker.engine.TurnsByConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An engine that answers at once when it has no jobs, as one without long polling does. */
final class IdlePollerIT {

  /** Its sleepers sleep until they are interrupted. */
  private record Standstill(LinkedBlockingQueue<Duration> sleeps) implements Time {

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Instant wallClock() {
      return Instant.EPOCH;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      sleeps.add(duration);
      new CountDownLatch(1).await();
    }

    @Override
    public boolean await(CountDownLatch signal, Duration atMost) {
      throw new UnsupportedOperationException();
    }
  }

  /** One connection, which always has room. */
  private static final class NoTurns implements TurnsByConnection {
    @Override
    public Collection<String> connections() {
      return List.of("default");
    }

    @Override
    public String of(ActivatedJob job) {
      return "default";
    }

    @Override
    public Turns turns(String connection) {
      return Turns.ALWAYS;
    }
  }

  @Test
  void isNotAskedAgainAtOnce() throws InterruptedException {
    ZeebeTestEngine engine = EmbeddedEngine.create();
    engine.start();
    var sleeps = new LinkedBlockingQueue<Duration>();
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try (CamundaClient client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
            .preferRestOverGrpc(false)
            .build()) {
      var jobs = new Subscription("nobody-has-this", List.of(), Duration.ofMinutes(1), 1, 1);
      var poller =
          new Poller(
              client,
              jobs,
              new NoTurns(),
              (job, lease) -> () -> {},
              new HeldBytes(1),
              threads,
              new Standstill(sleeps),
              List.of());
      threads.execute(poller::poll);

      assertThat(sleeps.poll(20, TimeUnit.SECONDS)).isEqualTo(Duration.ofMillis(100));
      assertThat(
              StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
                  .filter(record -> record.getIntent() == JobBatchIntent.ACTIVATED))
          .hasSize(1);
    } finally {
      threads.shutdownNow();
      engine.stop();
    }
  }
}
