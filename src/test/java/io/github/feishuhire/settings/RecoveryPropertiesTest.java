package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class RecoveryPropertiesTest {

  private static final List<String> KNOWN = List.of("upload-resume", "list-websites");

  @Test
  void serveEveryOperationAndDoubtNothingByDefault() {
    RecoveryProperties settings = settings(Map.of());

    assertThat(settings.serves("upload-resume")).isTrue();
    assertThat(settings.doubtProcessInstancesBelow()).isEmpty();
  }

  @Test
  void serveWhatIsNamed() {
    RecoveryProperties settings = settings(Map.of("FEISHU_OPERATIONS_ENABLED", "upload-resume"));

    assertThat(settings.serves("upload-resume")).isTrue();
    assertThat(settings.serves("list-websites")).isFalse();
  }

  @Test
  void refuseAnOperationThatThereIsNot() {
    RecoveryProperties settings = settings(Map.of("FEISHU_OPERATIONS_ENABLED", "upload"));

    assertThat(refusal(settings)).contains("FEISHU_OPERATIONS_ENABLED", "upload-resume");
  }

  @Test
  void readAKeyForEachPartition() {
    RecoveryProperties settings =
        settings(
            Map.of("FEISHU_DOUBT_PROCESS_INSTANCES_BELOW", "2251799813685249, 4503599627370498"));

    assertThat(settings.doubtProcessInstancesBelow())
        .containsExactly(2251799813685249L, 4503599627370498L);
  }

  @Test
  void refuseAKeyThatCanBeNone() {
    RecoveryProperties settings = settings(Map.of("FEISHU_DOUBT_PROCESS_INSTANCES_BELOW", "-1"));

    assertThat(refusal(settings)).contains("FEISHU_DOUBT_PROCESS_INSTANCES_BELOW");
  }

  private static String refusal(RecoveryProperties settings) {
    return Objects.requireNonNull(
        catchThrowableOfType(InvalidSettingException.class, () -> settings.check(KNOWN))
            .getMessage());
  }

  private static RecoveryProperties settings(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
    return Binder.get(environment).bindOrCreate("feishu", RecoveryProperties.class);
  }
}
