package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.settings.SettingDoubt.OnCommandLine;
import io.github.feishuhire.settings.SettingDoubt.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** What is written, and what was meant. */
final class SettingDoubtsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "FEISHU_REPLICA, FEISHU_REPLICAS",
        "FEISHU_LANGUGE, FEISHU_LANGUAGE",
        "FEISHU_APP_IDD, FEISHU_APP_ID",
        "FEISHU_TENANT, FEISHU_TENANTS",
        "FEISHU_EVENT_MODE, FEISHU_EVENTS_MODE",
        "FEISHU_CONNECTIONS_LARK_APP_IDD, FEISHU_CONNECTIONS_LARK_APP_ID",
        "FEISHU_RESUME_URLS_ALLOWED_HOST, FEISHU_RESUME_URLS_ALLOWED_HOSTS",
        "CAMUNDA_CLIENT_REST_ADDRES, CAMUNDA_CLIENT_REST_ADDRESS",
        "FEISHU_SOMETHING_ELSE, -"
      })
  void namesTheNearestOfAMisspeltVariable(String written, @Nullable String meant) {
    assertThat(ofVariables(Map.of(written, "2"))).containsExactly(new Unknown(written, meant));
  }

  @ParameterizedTest
  @CsvSource({
    "feishu.replica, feishu.replicas",
    "feishu.connections.lark.app-idd, feishu.connections.lark.app-id",
    "camunda.client.rest-addres, camunda.client.rest-address"
  })
  void namesTheNearestOfAMisspeltProperty(String written, String meant) {
    assertThat(of(new MapPropertySource("file", Map.of(written, "2"))))
        .containsExactly(new Unknown(written, meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FEISHU_APP_ID",
        "FEISHU_BASEURL",
        "FEISHU_TENANTS_0",
        "FEISHU_PROCESSES",
        "FEISHU_QUOTA_PER_SECOND",
        "FEISHU_DOUBT_PROCESS_INSTANCES_BELOW",
        "FEISHU_PROXY_HOST",
        "FEISHU_PROXY_NO_PROXY",
        "FEISHU_SSL_BUNDLE",
        "FEISHU_RESUME_URLS_USE_PROXY",
        "FEISHU_CONNECTIONS_LARK_APP_SECRET",
        "FEISHU_CONNECTIONS_LARK_PROCESSES_1",
        "FEISHU_OPERATIONS_ENABLED",
        "FEISHU_EVENTS_PORT",
        "FEISHU_EVENTS_ENCRYPT_KEY",
        "FEISHU_CONNECTIONS_LARK_EVENTS_MODE",
        "CAMUNDA_CLIENT_MODE",
        "CAMUNDA_CLIENT_RESTADDRESS",
        "CAMUNDA_CLIENT_CLOUD_CLUSTER_ID",
        "CAMUNDA_CLIENT_AUTH_CLIENT_SECRET",
        "CAMUNDA_CLIENT_WORKER_DEFAULTS_TENANT_IDS",
        "CAMUNDA_CLIENT_TENANT_IDS",
        "CAMUNDA_CLIENT_ID",
        "FEISHU_HIRE_CONNECTOR_SERVICE_HOST",
        "FEISHU_HIRE_CONNECTOR_PORT_8081_TCP_ADDR",
        "FEISHUISH"
      })
  void hasNoDoubtAboutWhatHasAnEffectOrIsNotMeantForIt(String variable) {
    assertThat(ofVariables(Map.of(variable, "2"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feishu.app-secret",
        "feishu.appSecret",
        "feishu.connections.lark.app-secret",
        "feishu.proxy.password",
        "feishu.events.encrypt-key",
        "feishu.connections.lark.events.verificationToken",
        "camunda.client.auth.client-secret",
        "camunda.client.auth.password"
      })
  void aSecretCanBeReadOnTheCommandLine(String name) {
    var arguments = new SimpleCommandLinePropertySource("--" + name + "=hush-hush");

    List<SettingDoubt> doubts = of(arguments);

    assertThat(doubts).containsExactly(new OnCommandLine(name));
    assertThat(doubts.toString()).doesNotContain("hush-hush");
  }

  @Test
  void aSecretInAFileOrAVariableIsNoDoubt() {
    assertThat(ofVariables(Map.of("FEISHU_APP_SECRET", "hush-hush"))).isEmpty();
    assertThat(of(new MapPropertySource("file", Map.of("feishu.app-secret", "hush-hush"))))
        .isEmpty();
  }

  private static List<SettingDoubt> ofVariables(Map<String, Object> variables) {
    return of(new SystemEnvironmentPropertySource("systemEnvironment", new HashMap<>(variables)));
  }

  private static List<SettingDoubt> of(EnumerablePropertySource<?> source) {
    StandardEnvironment environment = new StandardEnvironment();
    List.copyOf(environment.getPropertySources().stream().toList())
        .forEach(one -> environment.getPropertySources().remove(one.getName()));
    environment.getPropertySources().addFirst(source);
    return SettingDoubts.of(environment);
  }
}
