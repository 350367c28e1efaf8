package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class ResumeUrlPropertiesTest {

  @Test
  void allowNothingByDefault() {
    assertThat(settings(Map.of()).checkedHosts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FEISHU_RESUME_URLS_ALLOWED_HOSTS", "FEISHU_RESUMEURLS_ALLOWEDHOSTS"})
  void readHostsFromTheEnvironment(String variable) {
    assertThat(settings(Map.of(variable, "files.example.com, cv.example.com:8443")).checkedHosts())
        .containsExactly("files.example.com", "cv.example.com:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "*.example.com",
        "https://files.example.com",
        "files.example.com/cv",
        "localhost",
        "10.0.0.1",
        "0x7f.1",
        "[::1]",
        "::1",
        "user@files.example.com",
        "files.example.com:",
        "files.example.com:0",
        "files.example.com:65536",
      })
  void refuseWhatIsNoHost(String host) {
    InvalidSettingException refusal =
        catchThrowableOfType(
            InvalidSettingException.class,
            () -> new ResumeUrlProperties(List.of(host), false).checkedHosts());

    assertThat(refusal).hasMessageContaining("FEISHU_RESUME_URLS_ALLOWED_HOSTS");
  }

  private static ResumeUrlProperties settings(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    environment
        .getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, variables));
    return Binder.get(environment).bindOrCreate("feishu.resume-urls", ResumeUrlProperties.class);
  }
}
