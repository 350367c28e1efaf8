package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.settings.FeishuProperties.Connection;
import io.github.feishuhire.settings.FeishuProperties.Quota;
import io.github.feishuhire.words.Language;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeishuPropertiesTest {

  private static final URI FEISHU = URI.create("https://open.feishu.cn");
  private static final Quota QUOTA = new Quota(0.9, 0.95);
  private static final Connection LARK =
      new Connection(
          URI.create("https://open.larksuite.com"),
          "cli_lark",
          "lark-secret",
          List.of(),
          List.of());

  @Test
  void knowsEachAppByTheNameTasksUse() {
    FeishuProperties settings = properties(FEISHU, " cli_a1 ", " secret-1 ", Map.of("lark", LARK));

    assertThat(settings.apps())
        .isEqualTo(
            Map.of(
                "default", new App(FEISHU, "cli_a1", "secret-1"),
                "lark", new App(LARK.baseUrl(), "cli_lark", "lark-secret")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void saysThatTheAppIdIsMissing(@Nullable String appId) {
    assertRefused(
        properties(FEISHU, appId, "secret-1", Map.of()),
        "feishu.app-id",
        "FEISHU_APP_ID",
        "missing");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void saysThatTheAppSecretIsMissing(@Nullable String appSecret) {
    assertRefused(
        properties(FEISHU, "cli_a1", appSecret, Map.of()),
        "feishu.app-secret",
        "FEISHU_APP_SECRET",
        "missing");
  }

  @ParameterizedTest
  @CsvSource({
    "https://open.larksuite.com, '', secret, app-id, APP_ID",
    "https://open.larksuite.com, cli_lark, '', app-secret, APP_SECRET",
    "http://open.larksuite.com, cli_lark, secret, base-url, BASE_URL"
  })
  void saysWhatIsWrongWithAFurtherConnection(
      URI baseUrl, String appId, String appSecret, String property, String variable) {
    Connection connection = new Connection(baseUrl, appId, appSecret, List.of(), List.of());

    assertRefused(
        properties(FEISHU, "cli_a1", "secret-1", Map.of("lark", connection)),
        "feishu.connections.lark." + property,
        "FEISHU_CONNECTIONS_LARK_" + variable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "", "dns:", "dns:a b", "dns://copies"})
  void refusesReplicasThatCannotBe(String replicas) {
    assertRefused(
        new FeishuProperties(
            FEISHU,
            "cli_a1",
            "secret-1",
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Replicas.valueOf(replicas),
            QUOTA,
            "en"),
        "feishu.replicas",
        "FEISHU_REPLICAS");
  }

  @ParameterizedTest
  @CsvSource({"0, 0.95", "0.9, 0", "-0.5, 0.95", "0.9, 101", "NaN, 0.95"})
  void refusesAQuotaThatCannotBe(double perSecond, double perMinute) {
    Quota quota = new Quota(perSecond, perMinute);

    assertRefused(
        new FeishuProperties(
            FEISHU,
            "cli_a1",
            "secret-1",
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Replicas.valueOf("1"),
            quota,
            "en"),
        "feishu.quota.per-second",
        "FEISHU_QUOTA_PER_MINUTE");
  }

  @Test
  void usesItsPartOfTheLimits() {
    Quota raised = new Quota(2, 4);

    QuotaShare share =
        new FeishuProperties(
                FEISHU,
                "cli_a1",
                "secret-1",
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Replicas.valueOf("2"),
                raised,
                "en")
            .quotaShare();

    assertThat(share.of(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(share.of(Duration.ofMinutes(1))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://open.feishu.cn",
        "http://10.0.0.1:8080",
        "http://0.0.0.0:8080",
        "http://localhost.example.invalid",
        "ftp://open.feishu.cn",
        "file:///etc/passwd",
        "https:///open-apis",
        "https:open.feishu.cn",
        "open.feishu.cn",
        ""
      })
  void refusesAnyAddressThatWouldShowTheSecret(URI baseUrl) {
    assertRefused(
        properties(baseUrl, "cli_a1", "secret-1", Map.of()),
        "feishu.base-url",
        "FEISHU_BASE_URL",
        "https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://open.feishu.cn",
        "https://open.larksuite.com",
        "http://localhost:8080",
        "http://127.0.0.1:8080",
        "http://127.9.9.9",
        "http://[::1]:8080"
      })
  void takesFeishuOverHttpsAndThisMachineAlsoWithout(URI baseUrl) {
    FeishuProperties settings = properties(baseUrl, "cli_a1", "secret-1", Map.of());

    assertThat(settings.apps()).containsEntry("default", new App(baseUrl, "cli_a1", "secret-1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://proxy.example.com:8443",
        "https://open.feishu.cn.example.com",
        "https://open.feishu.cn@example.com"
      })
  void sendsTheSecretToAnotherHostOnlyWhenThatIsMeant(URI baseUrl) {
    var notMeant = properties(baseUrl, "cli_a1", "secret-1", Map.of());
    var meant =
        new FeishuProperties(
            baseUrl,
            "cli_a1",
            "secret-1",
            List.of(),
            List.of(),
            List.of(baseUrl.getHost()),
            Map.of(),
            Replicas.valueOf("1"),
            QUOTA,
            "en");

    assertRefused(notMeant, "feishu.base-url", "feishu.other-hosts", "FEISHU_OTHER_HOSTS");
    assertThat(meant.apps()).containsEntry("default", new App(baseUrl, "cli_a1", "secret-1"));
  }

  @ParameterizedTest
  @CsvSource({"en, EN", "zh-CN, ZH_CN", "' zh-CN ', ZH_CN"})
  void speaksEnglishOrChinese(String setting, Language language) {
    assertThat(speaking(setting).words()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "de", "zh", "EN", "zh_CN", "zh-TW"})
  void saysWhichLanguagesThereAre(String language) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(speaking(language)::words)
        .withMessage("feishu.language (FEISHU_LANGUAGE) must be en or zh-CN.");
  }

  private static FeishuProperties speaking(String language) {
    return new FeishuProperties(
        FEISHU,
        "cli_a1",
        "secret-1",
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Replicas.valueOf("1"),
        QUOTA,
        language);
  }

  @Test
  void neverShowsASecret() {
    FeishuProperties settings = properties(FEISHU, "cli_a1", "secret-1", Map.of("lark", LARK));

    assertThat(settings.toString()).doesNotContain("secret");
    assertThat(settings.connections().toString()).doesNotContain("secret");
    assertThat(settings.apps().toString()).doesNotContain("secret");
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> properties(FEISHU, null, "secret-1", Map.of()).apps())
        .withMessageNotContaining("secret");
  }

  private static void assertRefused(FeishuProperties settings, String... said) {
    InvalidSettingException refusal =
        catchThrowableOfType(InvalidSettingException.class, settings::apps);

    assertThat(refusal).hasMessageContainingAll(said);
    assertThat(refusal.getMessage()).hasLineCount(1);
  }

  /** A worker that is alone, and whose app every job may use. */
  private static FeishuProperties properties(
      URI baseUrl,
      @Nullable String appId,
      @Nullable String appSecret,
      Map<String, Connection> connections) {
    return new FeishuProperties(
        baseUrl,
        appId,
        appSecret,
        List.of(),
        List.of(),
        List.of(),
        connections,
        Replicas.valueOf("1"),
        QUOTA,
        "en");
  }
}
