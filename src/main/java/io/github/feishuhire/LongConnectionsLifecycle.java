package io.github.feishuhire;

import io.github.feishuhire.event.longconnection.LongConnections;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/** Hears events while the client that publishes them is there. */
final class LongConnectionsLifecycle implements SmartLifecycle {

  /** An event is taken, or left to be pushed again, in three seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final LongConnections connections;
  private volatile boolean running;

  LongConnectionsLifecycle(LongConnections connections) {
    this.connections = connections;
  }

  @Override
  public void start() {
    connections.start();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    connections.stop(PATIENCE);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
