package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.settings.Events.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class EventPropertiesTest {

  private static final String STAGE = "hire.application.stage_changed_v1";
  private static final String OFFER = "hire.offer.status_changed_v1";

  @Test
  void areOffByDefault() {
    EventProperties settings = settings(Map.of("FEISHU_CONNECTIONS_LARK_APP_ID", "cli_lark"));

    assertThat(settings.events()).isEqualTo(Events.off());
    assertThat(settings.of("lark")).isEqualTo(Events.off());
    assertThat(binder(Map.of()).bindOrCreate("feishu.events", EventProperties.Port.class).port())
        .isEqualTo(8082);
    assertThatCode(() -> settings.check(List.of(STAGE))).doesNotThrowAnyException();
  }

  @Test
  void areReadForEachConnection() {
    EventProperties settings =
        settings(
            Map.of(
                "FEISHU_EVENTS_MODE", "webhook",
                "FEISHU_EVENTS_ENCRYPT_KEY", " key ",
                "FEISHU_EVENTS_TYPES", STAGE + ", " + OFFER,
                "FEISHU_EVENTS_TIME_TO_LIVE", "PT48H",
                "FEISHU_CONNECTIONS_LARK_EVENTS_MODE", "webhook",
                "FEISHU_CONNECTIONS_LARK_EVENTS_VERIFICATION_TOKEN", "token",
                "FEISHU_CONNECTIONS_SECOND_EVENTS_MODE", "long-connection"));

    assertThatCode(() -> settings.check(List.of(STAGE, OFFER))).doesNotThrowAnyException();
    Events events = settings.of("default");
    assertThat(events.comeBy(Mode.WEBHOOK)).isTrue();
    assertThat(events.encryptKey()).isEqualTo("key");
    assertThat(events.timeToLive()).isEqualTo(Duration.ofDays(2));
    assertThat(events.wants(OFFER)).isTrue();
    assertThat(events.wants("hire.talent.deleted_v1")).isFalse();
    assertThat(settings.of("lark").verificationToken()).isEqualTo("token");
    assertThat(settings.of("lark").wants("hire.talent.deleted_v1")).isTrue();
    assertThat(settings.of("second").comeBy(Mode.LONG_CONNECTION)).isTrue();
    assertThat(settings.of("third")).isEqualTo(Events.off());
  }

  @ParameterizedTest
  @CsvSource({
    "FEISHU_EVENTS_MODE, websocket, long-connection",
    "FEISHU_EVENTS_MODE, webhook, FEISHU_EVENTS_VERIFICATION_TOKEN",
    "FEISHU_EVENTS_TYPES, hire.offer.status, " + STAGE,
    "FEISHU_EVENTS_TIME_TO_LIVE, PT0S, PT24H",
    "FEISHU_CONNECTIONS_LARK_EVENTS_MODE, ws, FEISHU_CONNECTIONS_LARK_EVENTS_MODE",
    "FEISHU_CONNECTIONS_LARK_EVENTS_MODE, webhook, FEISHU_CONNECTIONS_LARK_EVENTS_ENCRYPT_KEY"
  })
  void areRefusedWithWhatToWriteInstead(String variable, String value, String told) {
    EventProperties settings = settings(Map.of(variable, value));

    InvalidSettingException refusal =
        catchThrowableOfType(
            InvalidSettingException.class, () -> settings.check(List.of(STAGE, OFFER)));

    assertThat(Objects.requireNonNull(refusal)).hasMessageContaining(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65536"})
  void areReceivedAtAPort(String port) {
    var settings =
        binder(Map.of("FEISHU_EVENTS_PORT", port))
            .bindOrCreate("feishu.events", EventProperties.Port.class);

    assertThat(catchThrowableOfType(InvalidSettingException.class, settings::check))
        .hasMessageContaining("FEISHU_EVENTS_PORT");
  }

  @Test
  void areNotPrintedWithTheirSecrets() {
    EventProperties settings =
        settings(
            Map.of(
                "FEISHU_EVENTS_ENCRYPT_KEY", "canary-1",
                "FEISHU_CONNECTIONS_LARK_EVENTS_VERIFICATION_TOKEN", "canary-2"));

    assertThat(settings.toString()).contains("off").doesNotContain("canary");
  }

  private static EventProperties settings(Map<String, Object> variables) {
    return binder(variables).bindOrCreate("feishu", EventProperties.class);
  }

  private static Binder binder(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return Binder.get(environment);
  }
}
