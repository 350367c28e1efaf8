package io.github.feishuhire.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Events of the sandbox that runs by itself. */
final class PushedToIT {

  private static final URI CONNECTOR = URI.create("http://127.0.0.1:8082/feishu/events");

  private static PushedTo with(Map<String, Object> variables) {
    var environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    return PushedTo.of(environment);
  }

  private static EventSettings settings(Map<String, Object> variables) {
    return with(variables).settings("cli_1");
  }

  @Test
  void theyGoOverTheLongConnectionWhereNothingElseIsSaid() {
    assertThat(settings(Map.of())).isEqualTo(EventSettings.DEFAULT);
    assertThat(settings(Map.of("FEISHU_EVENTS_MODE", "long-connection")).webhooks()).isEmpty();
  }

  @Test
  void theyGoToTheConnectorThatListensAndShowItsToken() {
    PushedTo without = with(Map.of("FEISHU_EVENTS_MODE", "webhook"));
    assertThat(without.settings("cli_1").webhooks())
        .containsEntry("cli_1", new Webhook(CONNECTOR, null, "sandbox-token"));
    assertThat(without.secrets())
        .containsExactly(Map.entry("feishu.events.verification-token", "sandbox-token"));

    PushedTo with =
        with(
            Map.of(
                "FEISHU_EVENTS_MODE", "webhook",
                "FEISHU_EVENTS_PORT", "9999",
                "FEISHU_EVENTS_ENCRYPT_KEY", "key"));
    assertThat(with.settings("cli_1").webhooks())
        .containsEntry(
            "cli_1",
            new Webhook(URI.create("http://127.0.0.1:9999/feishu/events"), "key", "sandbox-token"));
    assertThat(with.secrets()).isEmpty();
  }

  @Test
  void theyGoToAnAddressThatIsNamed() {
    Map<String, Object> variables =
        Map.of(
            "SANDBOX_EVENTS_WEBHOOK", "http://127.0.0.1:4000/mine",
            "SANDBOX_EVENTS_ENCRYPT_KEY", "key",
            "SANDBOX_EVENTS_VERIFICATION_TOKEN", "token",
            "SANDBOX_EVENTS_REPUSH_AFTER", "1s,2m",
            "FEISHU_EVENTS_ENCRYPT_KEY", "another");
    EventSettings settings = settings(variables);

    assertThat(settings.webhooks())
        .containsEntry(
            "cli_1", new Webhook(URI.create("http://127.0.0.1:4000/mine"), "key", "token"));
    assertThat(settings.repushes()).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(2));
  }
}
