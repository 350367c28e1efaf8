package io.github.feishuhire.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.network.Egress;
import io.github.feishuhire.network.WebProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

final class NetworkPropertiesTest {

  private static final URI FEISHU = URI.create("https://open.feishu.cn");

  private static final Map<String, String> PROXY =
      Map.of(
          "FEISHU_PROXY_HOST", "proxy.example.com",
          "FEISHU_PROXY_PORT", "3128",
          "FEISHU_PROXY_USERNAME", "hire",
          "FEISHU_PROXY_PASSWORD", "hush-hush",
          "FEISHU_PROXY_NO_PROXY", "gateway.example.com, other.example.com");

  @TempDir private Path folder;

  @Test
  void leadNowhereElseByThemselves() {
    assertThat(egress(Map.of()).proxyFor(FEISHU)).isEmpty();
    assertThat(egress(Map.of()).hasProxy()).isFalse();
  }

  @Test
  void nameAProxyForAllHostsButSome() {
    Egress egress = egress(PROXY);

    assertThat(egress.proxyFor(FEISHU))
        .hasValueSatisfying(
            proxy ->
                assertThat(proxy)
                    .returns("proxy.example.com:3128", WebProxy::address)
                    .returns(new WebProxy.Credentials("hire", "hush-hush"), WebProxy::credentials));
    assertThat(egress.proxyFor(URI.create("https://gateway.example.com"))).isEmpty();
    assertThat(egress.proxyFor(URI.create("http://127.0.0.1:8080"))).isEmpty();
    assertThat(egress.proxyFor(URI.create("http://localhost:8080"))).isEmpty();
    assertThat(egress.proxyFor(URI.create("http://[::1]:8080"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FEISHU_PROXY_HOST",
        "FEISHU_PROXY_PORT",
        "FEISHU_PROXY_USERNAME",
        "FEISHU_PROXY_PASSWORD"
      })
  void saysWhichSettingOfAProxyIsMissing(String missing) {
    Map<String, String> some = new HashMap<>(PROXY);
    some.remove(missing);

    assertThat(refusal(some)).contains(missing).doesNotContain("\n", "hush-hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://proxy.example.com", "proxy.example.com:3128", "a b"})
  void refuseAHostThatIsMoreThanAName(String host) {
    Map<String, String> some = new HashMap<>(PROXY);
    some.put("FEISHU_PROXY_HOST", host);

    assertThat(refusal(some)).contains("FEISHU_PROXY_HOST", "proxy.example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "65536"})
  void refuseAPortThatIsNone(String port) {
    Map<String, String> some = new HashMap<>(PROXY);
    some.put("FEISHU_PROXY_PORT", port);

    assertThat(refusal(some)).contains("FEISHU_PROXY_PORT", "3128");
  }

  @Test
  void trustTheAuthorityOfABundle() throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    Path file = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());

    OkHttpClient client =
        egress(
                Map.of(
                    "FEISHU_SSL_BUNDLE",
                    "company",
                    "SPRING_SSL_BUNDLE_PEM_COMPANY_TRUSTSTORE_CERTIFICATE",
                    file.toUri().toString()))
            .applyTo(new OkHttpClient.Builder())
            .build();

    assertThat(Objects.requireNonNull(client.x509TrustManager()).getAcceptedIssuers())
        .containsExactly(authority.certificate());
  }

  @Test
  void refuseABundleThatThereIsNot() {
    assertThat(refusal(Map.of("FEISHU_SSL_BUNDLE", "company")))
        .contains("FEISHU_SSL_BUNDLE", "spring.ssl.bundle.pem.company.truststore.certificate")
        .doesNotContain("\n");
  }

  @Test
  void refuseABundleWhoseFileIsGone() {
    assertThat(
            refusal(
                Map.of(
                    "FEISHU_SSL_BUNDLE",
                    "company",
                    "SPRING_SSL_BUNDLE_PEM_COMPANY_TRUSTSTORE_CERTIFICATE",
                    folder.resolve("gone.pem").toUri().toString())))
        .contains("FEISHU_SSL_BUNDLE", "company")
        .doesNotContain("\n");
  }

  @Test
  void refuseABundleOfNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("ca.pem"), "no certificate\n");

    assertThat(
            refusal(
                Map.of(
                    "FEISHU_SSL_BUNDLE",
                    "company",
                    "SPRING_SSL_BUNDLE_PEM_COMPANY_TRUSTSTORE_CERTIFICATE",
                    file.toUri().toString())))
        .contains("FEISHU_SSL_BUNDLE", "company")
        .doesNotContain("\n", "no certificate");
  }

  @Test
  void resumesThroughAProxyNeedOne() {
    StandardEnvironment environment =
        environment(
            Map.of(
                "FEISHU_APP_ID", "cli_a1",
                "FEISHU_APP_SECRET", "secret",
                "FEISHU_RESUME_URLS_USE_PROXY", "true"));

    InvalidSettingException refusal =
        catchThrowableOfType(
            InvalidSettingException.class,
            () -> SettingsCheck.check(environment, List.of(), List.of()));

    assertThat(refusal).hasMessageContaining("FEISHU_RESUME_URLS_USE_PROXY");
  }

  @Test
  void arePrintedWithoutTheirPassword() {
    NetworkProperties settings =
        Binder.get(environment(PROXY)).bindOrCreate("feishu", NetworkProperties.class);

    assertThat(settings.proxy().password()).isEqualTo("hush-hush");
    assertThat(settings).asString().doesNotContain("hush-hush");
  }

  private static Egress egress(Map<String, String> variables) {
    return NetworkProperties.egress(environment(variables));
  }

  private static String refusal(Map<String, String> variables) {
    return Objects.requireNonNull(
        catchThrowableOfType(InvalidSettingException.class, () -> egress(variables)).getMessage());
  }

  private static StandardEnvironment environment(Map<String, String> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new HashMap<>(variables)));
    return environment;
  }
}
