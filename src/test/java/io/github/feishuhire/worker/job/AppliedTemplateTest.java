package io.github.feishuhire.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AppliedTemplateTest {

  private static AppliedTemplate of(String id, String version) {
    return AppliedTemplate.of(Map.of("elementTemplateId", id, "elementTemplateVersion", version));
  }

  @ParameterizedTest
  @CsvSource({
    "io.github.feishuhire.upload-resume, 1",
    "io.github.feishuhire.tenant.create-site-user, 42",
    "9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d, 999999",
    "upload_resume, 0"
  })
  void isWhatTheTaskSays(String id, String version) {
    AppliedTemplate template = of(" " + id, version + "\n");

    assertThat(template.id()).isEqualTo(id);
    assertThat(template.version()).isEqualTo(version);
  }

  @Test
  void isNoneWhereTheTaskSaysNothing() {
    AppliedTemplate template = AppliedTemplate.of(Map.of("connection", "default"));

    assertThat(template.id()).isEqualTo("none");
    assertThat(template.version()).isEqualTo("none");
    assertThat(of(" ", "\t")).isEqualTo(template);
  }

  @Test
  void canSayOnlyOneOfTheTwo() {
    AppliedTemplate template = AppliedTemplate.of(Map.of("elementTemplateId", "upload-resume"));

    assertThat(template.id()).isEqualTo("upload-resume");
    assertThat(template.version()).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhang.min@example.com",
        "+86 139 0013 9000",
        "13900139000",
        "张敏",
        "upload resume",
        "upload\nresume",
        "=candidate.name",
        "a\"} 1\nfeishu_hire_doubts_total 9"
      })
  void doesNotRepeatWhatIsNoId(String id) {
    assertThat(of(id, "1").id()).isEqualTo("other");
  }

  @Test
  void doesNotRepeatAnIdThatIsTooLong() {
    assertThat(of("a".repeat(100), "1").id()).isEqualTo("a".repeat(100));
    assertThat(of("a".repeat(101), "1").id()).isEqualTo("other");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000000", "13900139000", "-1", "1.0", "v1", "１", "=version"})
  void doesNotRepeatWhatIsNoVersion(String version) {
    assertThat(of("upload-resume", version).version()).isEqualTo("other");
  }
}
