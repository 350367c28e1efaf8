package io.github.feishuhire.demo.page;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.function.ServerResponse.SseBuilder;

/** Tells every page that is open what is new. */
final class Broadcast {

  private static final Duration LONG = Duration.ofDays(1);
  private static final String EVENT = "seen";

  private final List<SseBuilder> pages = new CopyOnWriteArrayList<>();

  /** A page that opens first gets everything there is. */
  ServerResponse open(Supplier<Object> everything) {
    return ServerResponse.sse(
        page -> {
          page.onComplete(() -> pages.remove(page));
          page.onTimeout(() -> pages.remove(page));
          page.onError(gone -> pages.remove(page));
          synchronized (this) {
            if (isSent(page, Json.write(everything.get()))) {
              pages.add(page);
            }
          }
        },
        LONG);
  }

  synchronized void send(Object news) {
    if (pages.isEmpty()) {
      return;
    }
    String text = Json.write(news);
    List<SseBuilder> gone = new ArrayList<>();
    pages.stream().filter(page -> !isSent(page, text)).forEach(gone::add);
    pages.removeAll(gone);
  }

  private static boolean isSent(SseBuilder page, String text) {
    try {
      page.event(EVENT).data(text);
      return true;
    } catch (IOException | IllegalStateException closed) {
      return false;
    }
  }

  boolean isWatched() {
    return !pages.isEmpty();
  }
}
