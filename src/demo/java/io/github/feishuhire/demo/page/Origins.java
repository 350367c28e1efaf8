package io.github.feishuhire.demo.page;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which job a request to Feishu was made for, as the connector's traces tell it. */
final class Origins implements ObservationHandler<Observation.Context> {

  private final Map<String, Long> jobs = new ConcurrentHashMap<>();

  @Override
  public void onStop(Observation.Context context) {
    ObservationView run = context.getParentObservation();
    String logId = text(context.getHighCardinalityKeyValue("log.id"));
    String job =
        run == null ? null : text(run.getContextView().getHighCardinalityKeyValue("job.key"));
    if (logId != null && job != null) {
      jobs.put(logId, Long.parseLong(job));
    }
  }

  private static @Nullable String text(@Nullable KeyValue value) {
    return Optional.ofNullable(value).map(KeyValue::getValue).orElse(null);
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return "feishu.hire.request".equals(context.getName());
  }

  /** Empty for the worker's own requests, such as those for a token, and for what got no reply. */
  OptionalLong job(String logId) {
    Long job = jobs.get(logId);
    return job == null ? OptionalLong.empty() : OptionalLong.of(job);
  }
}
