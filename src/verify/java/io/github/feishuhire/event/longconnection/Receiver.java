package io.github.feishuhire.event.longconnection;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.event.Inbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** An inbox that keeps what it took, and can be made to refuse or to take long. */
final class Receiver implements Inbox {

  private static final JsonMapper JSON = new JsonMapper();

  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile String held = "";

  /** Refuses the next so many events. */
  void refuse(int times) {
    refusals.set(times);
  }

  /** Has the events about one application wait until they are released. */
  void hold(String applicationId) {
    gate = new CountDownLatch(1);
    held = applicationId;
  }

  void release() {
    gate.countDown();
  }

  @Override
  public Receipt receive(byte[] envelope) {
    try {
      String application = JSON.readTree(envelope).at("/event/application_id").asText();
      begun.add(application);
      if (application.equals(held)) {
        gate.await();
      }
      if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        return Receipt.LATER;
      }
      taken.add(application);
      return Receipt.TAKEN;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      return Receipt.LATER;
    }
  }

  /** Of which applications events have come, whatever became of them. */
  List<String> begun() {
    return List.copyOf(begun);
  }

  /** Of which applications events were taken, in order. */
  List<String> taken() {
    return List.copyOf(taken);
  }
}
