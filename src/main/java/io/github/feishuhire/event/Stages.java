package io.github.feishuhire.event;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.application.HiringProcess;
import io.github.feishuhire.api.application.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stages of a tenant as they were last read; they change rarely. They are read anew for a stage
 * that is not known, but not often, and now and then for names that have changed.
 */
final class Stages {

  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration UNKNOWN = Duration.ofMinutes(1);
  private static final Duration STALE = Duration.ofHours(1);

  private final String connection;
  private final Listing<HiringProcess> processes;
  private final Time time;
  private volatile Map<String, Stage> known = Map.of();
  private volatile String lastFailure = "";
  private @Nullable Instant begun;
  private CountDownLatch reading = new CountDownLatch(0);

  Stages(String connection, Listing<HiringProcess> processes, Time time) {
    this.connection = connection;
    this.processes = processes;
    this.time = time;
  }

  /**
   * A stage; null when it cannot be had in time, or there is none.
   *
   * @param atMost what may be waited for it
   */
  @Nullable Stage find(String id, Duration atMost) {
    Stage stage = known.get(id);
    CountDownLatch read = reading(stage == null ? UNKNOWN : STALE);
    if (stage != null) {
      return stage;
    }
    try {
      time.await(read, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return known.get(id);
  }

  private synchronized CountDownLatch reading(Duration pause) {
    Instant now = time.now();
    boolean isDue = begun == null || !now.isBefore(begun.plus(pause));
    if (isDue && reading.getCount() == 0) {
      begun = now;
      CountDownLatch done = new CountDownLatch(1);
      reading = done;
      Thread.startVirtualThread(
          () -> {
            try {
              read();
            } finally {
              done.countDown();
            }
          });
    }
    return reading;
  }

  private void read() {
    Map<String, Stage> stages = new HashMap<>();
    try {
      processes.forEachPage(
          () -> CallOptions.patient(PATIENCE),
          page ->
              page.forEach(
                  process -> process.stages().forEach(stage -> stages.put(stage.id(), stage))));
      known = Map.copyOf(stages);
      lastFailure = "";
    } catch (FeishuException e) {
      String failure = e.failure().toString();
      if (!failure.equals(lastFailure)) {
        lastFailure = failure;
        LOG.warn(
            "The names of stages cannot be read over connection {} [{}]: events tell their ids"
                + " alone. The app needs the scope hire:job_process:readonly.",
            connection,
            failure);
      }
    }
  }
}
