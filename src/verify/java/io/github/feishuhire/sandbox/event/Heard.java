package io.github.feishuhire.sandbox.event;

import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.service.hire.HireService;
import com.lark.oapi.service.hire.v1.model.P2ApplicationStageChangedV1;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What Feishu's own SDK makes of events, whichever way they come. */
final class Heard {

  private final List<P2ApplicationStageChangedV1> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  /** Refuses the next so many events. */
  void refuse(int times) {
    refusals.set(times);
  }

  EventDispatcher dispatcher(String verificationToken, String encryptKey) {
    return EventDispatcher.newBuilder(verificationToken, encryptKey)
        .onP2ApplicationStageChangedV1(
            new HireService.P2ApplicationStageChangedV1Handler() {
              @Override
              public void handle(P2ApplicationStageChangedV1 event) {
                if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                  throw new IllegalStateException("not now");
                }
                events.add(event);
              }
            })
        .build();
  }

  List<String> applicationIds() {
    return events.stream().map(event -> event.getEvent().getApplicationId()).toList();
  }

  List<String> eventIds() {
    return events.stream().map(event -> event.getHeader().getEventId()).toList();
  }
}
