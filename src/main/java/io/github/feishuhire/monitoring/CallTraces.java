package io.github.feishuhire.monitoring;

import io.github.feishuhire.api.CallEnd;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/** One observation for each request to Feishu, of whichever connection. */
public final class CallTraces implements CallListener {

  private final ObservationRegistry registry;
  private final ThreadLocal<Observation> calls = ThreadLocal.withInitial(() -> Observation.NOOP);

  public CallTraces(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void started(Endpoint endpoint) {
    calls.set(
        Observation.createNotStarted("feishu.hire.request", registry)
            .contextualName(CallMetrics.name(endpoint))
            .lowCardinalityKeyValue("endpoint", CallMetrics.name(endpoint))
            .start());
  }

  @Override
  public void ended(CallEnd end) {
    Observation call = calls.get();
    calls.remove();
    call.lowCardinalityKeyValue("status", CallMetrics.status(end.httpStatus()))
        .lowCardinalityKeyValue(
            "code", end.httpStatus() == 0 ? "none" : String.valueOf(end.code()));
    if (end.logId() != null) {
      call.highCardinalityKeyValue("log.id", end.logId());
    }
    if (end.failure() != null) {
      call.error(new FeishuException(end.failure())); // says what may be read by anybody
    }
    call.stop();
  }
}
