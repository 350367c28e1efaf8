package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.App;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The variables as a container gets them, bound as Spring Boot binds them. */
final class SettingsFromEnvironmentTest {

  private static final Map<String, Object> APP =
      Map.of("FEISHU_APP_ID", "cli_a1", "FEISHU_APP_SECRET", "secret-1");

  @Test
  void needsNoMoreThanIdAndSecret() {
    FeishuProperties settings = settings(APP);

    assertThat(settings.replicas().number()).isEqualTo(1);
    assertThat(settings.language()).isEqualTo("en");
    assertThat(settings.apps())
        .isEqualTo(
            Map.of("default", new App(URI.create("https://open.feishu.cn"), "cli_a1", "secret-1")));
  }

  @Test
  void readsEachSetting() {
    FeishuProperties settings =
        settings(
            with(
                Map.of(
                    "FEISHU_BASE_URL", "http://127.0.0.1:9",
                    "FEISHU_REPLICAS", "3",
                    "FEISHU_LANGUAGE", "zh-CN",
                    "FEISHU_CONNECTIONS_LARK_BASE_URL", "https://open.larksuite.com",
                    "FEISHU_CONNECTIONS_LARK_APP_ID", "cli_lark",
                    "FEISHU_CONNECTIONS_LARK_APP_SECRET", "lark-secret",
                    "FEISHU_CONNECTIONS_SECOND_APP_ID", "cli_second",
                    "FEISHU_CONNECTIONS_SECOND_APP_SECRET", "second-secret")));

    assertThat(settings.replicas().number()).isEqualTo(3);
    assertThat(settings.language()).isEqualTo("zh-CN");
    assertThat(settings.apps())
        .isEqualTo(
            Map.of(
                "default",
                new App(URI.create("http://127.0.0.1:9"), "cli_a1", "secret-1"),
                "lark",
                new App(URI.create("https://open.larksuite.com"), "cli_lark", "lark-secret"),
                "second",
                new App(URI.create("https://open.feishu.cn"), "cli_second", "second-secret")));
  }

  @Test
  void countsReplicasByAName() {
    FeishuProperties settings = settings(with(Map.of("FEISHU_REPLICAS", " dns:copies.hire ")));

    assertThat(settings.apps()).hasSize(1);
    assertThat(settings.countedBy()).hasValue("copies.hire");
    assertThat(settings(APP).countedBy()).isEmpty();
  }

  @Test
  void takesAnEmptyAddressAsNone() {
    FeishuProperties settings = settings(with(Map.of("FEISHU_BASE_URL", "")));

    assertThat(settings.apps())
        .containsEntry(
            "default", new App(URI.create("https://open.feishu.cn"), "cli_a1", "secret-1"));
  }

  @Test
  void saysWhichVariableOfAConnectionIsMissing() {
    FeishuProperties settings = settings(with(Map.of("FEISHU_CONNECTIONS_LARK_APP_ID", "cli_l")));

    InvalidSettingException refusal =
        catchThrowableOfType(InvalidSettingException.class, settings::apps);

    assertThat(refusal).hasMessageContaining("FEISHU_CONNECTIONS_LARK_APP_SECRET");
  }

  private static FeishuProperties settings(Map<String, Object> variables) {
    return Binder.get(environment(variables)).bindOrCreate("feishu", FeishuProperties.class);
  }

  private static StandardEnvironment environment(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    return environment;
  }

  private static Map<String, Object> with(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(APP);
    all.putAll(more);
    return all;
  }
}
