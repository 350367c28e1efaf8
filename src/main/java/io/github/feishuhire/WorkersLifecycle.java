package io.github.feishuhire;

import io.github.feishuhire.worker.Workers;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Starts the workers last and stops them first, while the clients they need are still there. */
final class WorkersLifecycle implements SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Workers workers;
  private volatile boolean running;

  WorkersLifecycle(Workers workers) {
    this.workers = workers;
  }

  @Override
  public void start() {
    workers.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    workers.stop(PATIENCE);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
