package io.github.feishuhire.monitoring;

import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
  public void ended(
      Endpoint endpoint,
      Duration duration,
      int httpStatus,
      int code,
      @Nullable String logId,
      @Nullable FeishuFailure failure) {
    Observation call = calls.get();
    calls.remove();
    call.lowCardinalityKeyValue("status", CallMetrics.status(httpStatus))
        .lowCardinalityKeyValue("code", httpStatus == 0 ? "none" : String.valueOf(code));
    if (logId != null) {
      call.highCardinalityKeyValue("log.id", logId);
    }
    if (failure != null) {
      call.error(new FeishuException(failure)); // says what may be read by anybody
    }
    call.stop();
  }
}
