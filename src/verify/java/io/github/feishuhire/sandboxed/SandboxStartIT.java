package io.github.feishuhire.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.settings.FeishuProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultBootstrapContext;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** On a machine that is set up for Feishu itself. */
final class SandboxStartIT {

  private static final Map<String, Object> VARIABLES =
      Map.of(
          "FEISHU_BASE_URL", "https://open.feishu.cn",
          "FEISHU_APP_ID", "cli_a1",
          "FEISHU_APP_SECRET", "secret-1",
          "FEISHU_CONNECTIONS_LARK_BASE_URL", "https://open.larksuite.com",
          "FEISHU_CONNECTIONS_LARK_APP_ID", "cli_lark",
          "FEISHU_CONNECTIONS_SECOND_APP_ID", "cli_second");

  @Test
  void noConnectionLeadsToFeishu() {
    FeishuProperties settings = settings();

    assertThat(settings.baseUrl()).hasHost("127.0.0.1");
    assertThat(settings.connections()).containsOnlyKeys("lark", "second");
    assertThat(settings.connections().values())
        .extracting(FeishuProperties.Connection::baseUrl)
        .containsOnly(settings.baseUrl());
  }

  @Test
  void theAppIsTheSandboxs() {
    FeishuProperties settings = settings();

    assertThat(settings.appId()).isEqualTo(SandboxSettings.DEFAULT_APP.id());
    assertThat(settings.appSecret()).isEqualTo(SandboxSettings.DEFAULT_APP.secret());
  }

  private static FeishuProperties settings() {
    var environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, VARIABLES));
    new SandboxStart()
        .onApplicationEvent(
            new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(),
                new SpringApplication(),
                new String[0],
                environment));
    return Binder.get(environment).bindOrCreate("feishu", FeishuProperties.class);
  }
}
