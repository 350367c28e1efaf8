package io.github.feishuhire.worker;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutorService;

/**
 * What is done for the connections whether there are jobs or not: the first token is fetched, so
 * that a wrong secret is seen at start, and APIs that have failed are asked whether they are back.
 */
final class Upkeep implements Runnable {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Collection<FeishuHire> connections;
  private final ExecutorService threads;
  private final Time time;

  Upkeep(Collection<FeishuHire> connections, ExecutorService threads, Time time) {
    this.connections = connections;
    this.threads = threads;
    this.time = time;
  }

  /** Until it is interrupted. */
  @Override
  public void run() {
    connections.forEach(hire -> threads.execute(() -> authenticate(hire)));
    try {
      while (true) {
        connections.forEach(hire -> hire.dueProbes().forEach(threads::execute));
        time.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void authenticate(FeishuHire hire) {
    Duration pause = FIRST_PAUSE;
    try {
      while (!isAuthenticated(hire)) {
        time.sleep(pause);
        pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("UnusedException") // health and metrics are told by the call itself
  private static boolean isAuthenticated(FeishuHire hire) {
    try {
      hire.authenticate();
      return true;
    } catch (FeishuException e) {
      return false;
    }
  }
}
