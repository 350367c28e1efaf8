package io.github.feishuhire.settings;

import static io.github.feishuhire.settings.WorkerSettings.DEFAULTS;
import static io.github.feishuhire.settings.WorkerSettings.OVERRIDE;

import io.camunda.client.spring.properties.CamundaClientJobWorkerProperties;
import io.github.feishuhire.words.OneLine;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses what is said about workers and would have no effect, or would let no job be run. */
final class WorkerSettingsCheck {

  private static final Duration SHORTEST_REQUEST = Duration.ofSeconds(1);

  /** A poller of which nothing is heard for a minute counts as broken. */
  private static final Duration LONGEST_REQUEST = Duration.ofSeconds(45);

  /** What would change nothing; {@code false} is what happens anyway. */
  private static final Map<String, Function<CamundaClientJobWorkerProperties, @Nullable Object>>
      MEANINGLESS =
          Map.of(
              "type", CamundaClientJobWorkerProperties::getType,
              "poll-interval", CamundaClientJobWorkerProperties::getPollInterval,
              "fetch-variables", CamundaClientJobWorkerProperties::getFetchVariables,
              "max-retries", CamundaClientJobWorkerProperties::getMaxRetries,
              "stream-timeout", CamundaClientJobWorkerProperties::getStreamTimeout,
              "stream-enabled", some -> ifTrue(some.getStreamEnabled()),
              "auto-complete", some -> ifTrue(some.getAutoComplete()),
              "force-fetch-all-variables", some -> ifTrue(some.getForceFetchAllVariables()));

  private final WorkerSettings settings;
  private final Collection<Served> known;

  WorkerSettingsCheck(WorkerSettings settings, Collection<Served> known) {
    this.settings = settings;
    this.known = known;
  }

  /**
   * Looks at all that is said.
   *
   * @throws InvalidSettingException for the first that is refused
   */
  void run() {
    settings.overridden().forEach(this::refuseUnknown);
    settings.blocks().forEach(WorkerSettingsCheck::refuseMeaningless);
    known.forEach(operation -> check(operation, settings.of(operation)));
  }

  private void refuseUnknown(String key) {
    if (known.stream().noneMatch(operation -> WorkerSettings.isFor(key, operation))) {
      throw new InvalidSettingException(
          "%s names %s, which is no job type of the connector: write one such as %s.[%s].timeout (environment: CAMUNDA_CLIENT_WORKER_OVERRIDE_UPLOADRESUME_TIMEOUT)."
              .formatted(OVERRIDE, OneLine.of(key), OVERRIDE, "feishu-hire:upload-resume:1"));
    }
  }

  private static void refuseMeaningless(String prefix, CamundaClientJobWorkerProperties some) {
    MEANINGLESS.entrySet().stream()
        .filter(one -> one.getValue().apply(some) != null)
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .ifPresent(
            name -> {
              throw new InvalidSettingException(
                  "%s.%s has no meaning for the connector, which fetches and ends its jobs itself: remove it. What can be set there is enabled, max-jobs-active, name, request-timeout, tenant-ids and timeout."
                      .formatted(prefix, name));
            });
  }

  private static void check(Served operation, Fetching said) {
    Integer jobs = said.jobs();
    Duration timeout = said.timeout();
    Duration shortest = operation.shortestTimeout();
    require(jobs == null || jobs > 0, operation, "max-jobs-active", "at least 1");
    require(
        timeout == null || timeout.compareTo(shortest) >= 0,
        operation,
        "timeout",
        "at least " + shortest + ", for a call to Feishu and the report of it");
    require(
        isPossibleRequest(said.requestTimeout()),
        operation,
        "request-timeout",
        "from " + SHORTEST_REQUEST + " to " + LONGEST_REQUEST);
  }

  private static boolean isPossibleRequest(@Nullable Duration timeout) {
    return timeout == null
        || (timeout.compareTo(SHORTEST_REQUEST) >= 0 && timeout.compareTo(LONGEST_REQUEST) <= 0);
  }

  private static void require(boolean holds, Served operation, String setting, String rule) {
    if (!holds) {
      throw new InvalidSettingException(
          "%s.%s, or %s.[%s].%s, must be %s for the operation %s."
              .formatted(
                  DEFAULTS,
                  setting,
                  OVERRIDE,
                  operation.jobType(),
                  setting,
                  rule,
                  operation.name()));
    }
  }

  private static @Nullable Object ifTrue(@Nullable Boolean value) {
    return Boolean.TRUE.equals(value) ? value : null;
  }
}
