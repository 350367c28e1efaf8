package io.github.feishuhire;

import io.github.feishuhire.event.webhook.WebhookServer;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;

/** Listens for events while the client that publishes them is there. */
final class WebhookLifecycle implements SmartLifecycle {

  /** An event is taken, or left to be pushed again, in three seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Optional<WebhookServer> server;
  private volatile boolean running;

  /**
   * @param server empty where no connection has its events come this way
   */
  WebhookLifecycle(Optional<WebhookServer> server) {
    this.server = server;
  }

  @Override
  public void start() {
    server.ifPresent(WebhookServer::start);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    server.ifPresent(listening -> listening.stop(PATIENCE));
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
