package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class WorkerSettingsTest {

  private static final Served UPLOAD =
      new Served("upload-resume", "feishu-hire:upload-resume:1", Duration.ofSeconds(315));
  private static final Served LIST =
      new Served("list-websites", "feishu-hire:list-websites:1", Duration.ofSeconds(35));

  private static final Fetching NOTHING_SAID =
      new Fetching(true, null, null, null, List.of(), null);

  @Test
  void sayNothingOfTheirOwn() {
    WorkerSettings settings = ofVariables(Map.of());

    assertThat(settings.of(UPLOAD)).isEqualTo(NOTHING_SAID);
    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
  }

  @Test
  void holdForEveryOperation() {
    WorkerSettings settings =
        ofVariables(
            Map.of(
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_MAX_JOBS_ACTIVE", "7",
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_TIMEOUT", "PT6M",
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_NAME", "hire",
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_TENANT_IDS", "team-a, team-b",
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_REQUEST_TIMEOUT", "20s"));

    assertThat(List.of(settings.of(UPLOAD), settings.of(LIST)))
        .containsOnly(
            new Fetching(
                true,
                7,
                Duration.ofMinutes(6),
                "hire",
                List.of("team-a", "team-b"),
                Duration.ofSeconds(20)));
    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAMUNDA_CLIENT_WORKER_OVERRIDE_UPLOADRESUME_",
        "CAMUNDA_CLIENT_WORKER_OVERRIDE_FEISHUHIREUPLOADRESUME1_"
      })
  void holdForOneOperationByAVariable(String prefix) {
    WorkerSettings settings =
        ofVariables(
            Map.of(
                prefix + "MAX_JOBS_ACTIVE",
                "3",
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_MAX_JOBS_ACTIVE",
                "7",
                "CAMUNDA_CLIENT_WORKER_DEFAULTS_NAME",
                "hire"));

    assertThat(settings.of(UPLOAD).jobs()).isEqualTo(3);
    assertThat(settings.of(UPLOAD).worker()).isEqualTo("hire");
    assertThat(settings.of(LIST).jobs()).isEqualTo(7);
    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda.client.worker.override.[feishu-hire:upload-resume:1].",
        "camunda.client.worker.override.upload-resume."
      })
  void holdForOneOperationByAProperty(String prefix) {
    WorkerSettings settings =
        of(
            new MapPropertySource(
                "file",
                Map.of(
                    "camunda.client.worker.defaults.enabled",
                    "false",
                    prefix + "enabled",
                    "true")));

    assertThat(settings.of(UPLOAD).enabled()).isTrue();
    assertThat(settings.of(LIST).enabled()).isFalse();
    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "type, some-type",
    "poll-interval, PT1S",
    "fetch-variables, a",
    "max-retries, 3",
    "stream-timeout, PT1H",
    "stream-enabled, true",
    "auto-complete, true",
    "force-fetch-all-variables, true"
  })
  void refuseWhatHasNoMeaning(String name, String value) {
    for (String block : List.of("defaults", "override.upload-resume")) {
      String property = "camunda.client.worker." + block + "." + name;

      assertThat(refusal(of(new MapPropertySource("file", Map.of(property, value)))))
          .startsWith(property + " has no meaning")
          .doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stream-enabled", "auto-complete", "force-fetch-all-variables"})
  void takeWhatIsSoAnyway(String name) {
    String property = "camunda.client.worker.defaults." + name;
    WorkerSettings settings = of(new MapPropertySource("file", Map.of(property, "false")));

    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "max-jobs-active, 0, upload-resume",
    "timeout, PT5M14S, upload-resume",
    "timeout, PT34S, upload-resume",
    "request-timeout, PT0S, upload-resume",
    "request-timeout, -1s, upload-resume",
    "request-timeout, PT46S, upload-resume"
  })
  void refuseWhatJobsCannotBeRunWith(String name, String value, String operation) {
    WorkerSettings settings =
        of(new MapPropertySource("file", Map.of("camunda.client.worker.defaults." + name, value)));

    assertThat(refusal(settings)).contains("defaults." + name, operation).doesNotContain("\n");
  }

  /** What is too short for one operation can be enough for another. */
  @Test
  void measureATimeoutByTheOperation() {
    WorkerSettings settings =
        ofVariables(Map.of("CAMUNDA_CLIENT_WORKER_OVERRIDE_LISTWEBSITES_TIMEOUT", "PT40S"));

    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    assertThat(settings.of(LIST).timeout()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void refuseAJobTypeThatThereIsNot() {
    WorkerSettings settings =
        of(
            new MapPropertySource(
                "file",
                Map.of(
                    "camunda.client.worker.override.[io.camunda:http-json:1].max-jobs-active",
                    "3")));

    assertThat(refusal(settings)).contains("io.camunda:http-json:1", "upload-resume");
  }

  @Test
  void ofAGuestAreOnlyThoseThatNameItsOperations() {
    WorkerSettings settings =
        WorkerSettings.ofOnly(
            List.of(UPLOAD, LIST),
            environment(
                new MapPropertySource(
                    "settings",
                    Map.of(
                        "camunda.client.worker.defaults.max-jobs-active", "32",
                        "camunda.client.worker.defaults.stream-enabled", "true",
                        "camunda.client.worker.override.[io.camunda:http-json:1].enabled", "false",
                        "camunda.client.worker.override.upload-resume.max-jobs-active", "3"))));

    assertThat(settings.of(UPLOAD).jobs()).isEqualTo(3);
    assertThat(settings.of(LIST)).isEqualTo(NOTHING_SAID);
    assertThatCode(() -> check(settings)).doesNotThrowAnyException();
  }

  private static void check(WorkerSettings settings) {
    new WorkerSettingsCheck(settings, List.of(UPLOAD, LIST)).run();
  }

  private static String refusal(WorkerSettings settings) {
    return Objects.requireNonNull(
        catchThrowableOfType(InvalidSettingException.class, () -> check(settings)).getMessage());
  }

  private static WorkerSettings ofVariables(Map<String, Object> variables) {
    return of(
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
  }

  private static WorkerSettings of(EnumerablePropertySource<?> source) {
    return WorkerSettings.of(environment(source));
  }

  private static StandardEnvironment environment(EnumerablePropertySource<?> source) {
    StandardEnvironment environment = new StandardEnvironment();
    List.copyOf(environment.getPropertySources().stream().toList())
        .forEach(one -> environment.getPropertySources().remove(one.getName()));
    environment.getPropertySources().addFirst(source);
    return environment;
  }
}
