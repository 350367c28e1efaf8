package io.github.feishuhire.settings;

import io.camunda.client.spring.properties.CamundaClientJobWorkerProperties;
import io.github.feishuhire.words.OneLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What is said about workers in the words of Camunda's starter: for all operations, and for one of
 * them by its job type or name. Only what somebody has said: the starter's own defaults are for
 * workers of another kind.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/camunda-spring-boot-starter/configuration/#control-jobworker-behavior">
 *     Camunda: settings of job workers</a>
 */
public final class WorkerSettings {

  static final String DEFAULTS = "camunda.client.worker.defaults";
  static final String OVERRIDE = "camunda.client.worker.override";

  private final CamundaClientJobWorkerProperties defaults;
  private final Map<String, CamundaClientJobWorkerProperties> override;

  private WorkerSettings(
      CamundaClientJobWorkerProperties defaults,
      Map<String, CamundaClientJobWorkerProperties> override) {
    this.defaults = defaults;
    this.override = override;
  }

  public static WorkerSettings of(Environment environment) {
    Binder binder = Binder.get(environment);
    return new WorkerSettings(
        binder.bindOrCreate(DEFAULTS, CamundaClientJobWorkerProperties.class),
        binder
            .bind(OVERRIDE, Bindable.mapOf(String.class, CamundaClientJobWorkerProperties.class))
            .orElse(Map.of()));
  }

  /**
   * Where others have workers too, and what is said of all of them was not meant for these: only
   * what names one of the operations.
   */
  public static WorkerSettings ofOnly(Collection<Served> operations, Environment environment) {
    Map<String, CamundaClientJobWorkerProperties> ours = new HashMap<>(of(environment).override);
    ours.keySet().removeIf(key -> operations.stream().noneMatch(one -> isFor(key, one)));
    return new WorkerSettings(new CamundaClientJobWorkerProperties(), ours);
  }

  /** What holds for an operation. */
  public Fetching of(Served operation) {
    return new Fetching(
        !Boolean.FALSE.equals(said(operation, CamundaClientJobWorkerProperties::getEnabled)),
        said(operation, CamundaClientJobWorkerProperties::getMaxJobsActive),
        said(operation, CamundaClientJobWorkerProperties::getTimeout),
        said(operation, CamundaClientJobWorkerProperties::getName),
        Objects.requireNonNullElse(
            said(operation, CamundaClientJobWorkerProperties::getTenantIds), List.of()),
        said(operation, CamundaClientJobWorkerProperties::getRequestTimeout));
  }

  private <T> @Nullable T said(
      Served operation, Function<CamundaClientJobWorkerProperties, @Nullable T> part) {
    return Stream.concat(
            override.entrySet().stream()
                .filter(one -> isFor(one.getKey(), operation))
                .map(Map.Entry::getValue),
            Stream.of(defaults))
        .map(part)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A variable's name can have neither a colon nor a dash. */
  static boolean isFor(String key, Served operation) {
    String uniform = uniform(key);
    return uniform.equals(uniform(operation.jobType()))
        || uniform.equals(uniform(operation.name()));
  }

  private static String uniform(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** By the names of their settings; those for all operations first. */
  Map<String, CamundaClientJobWorkerProperties> blocks() {
    Map<String, CamundaClientJobWorkerProperties> all = new LinkedHashMap<>();
    all.put(DEFAULTS, defaults);
    override.forEach((key, some) -> all.put(OVERRIDE + "." + OneLine.of(key), some));
    return all;
  }

  /** Job types or names of operations, as somebody has written them. */
  Set<String> overridden() {
    return override.keySet();
  }
}
