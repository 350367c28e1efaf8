package io.github.feishuhire.settings;

import io.github.feishuhire.network.Trust;
import io.github.feishuhire.words.OneLine;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ssl.JksSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.env.Environment;

/**
 * One of Spring's SSL bundles, read as Spring reads it, and before anything is started.
 *
 * @see <a href="https://docs.spring.io/spring-boot/reference/features/ssl.html">Spring Boot:
 *     SSL</a>
 */
final class NamedBundle {

  private NamedBundle() {}

  /**
   * Reads its files.
   *
   * @throws InvalidSettingException when there is no such bundle, or it cannot be read
   */
  static Trust trust(Environment environment, String name) {
    try {
      SslBundle bundle =
          find(environment, name)
              .orElseThrow(
                  () ->
                      new InvalidSettingException(
                          "feishu.ssl.bundle (FEISHU_SSL_BUNDLE) is %s, and there is no such bundle: set spring.ssl.bundle.pem.%s.truststore.certificate to a PEM file with the certificate of the authority."
                              .formatted(OneLine.of(name), OneLine.of(name))));
      return Trust.of(bundle.createSslContext(), bundle.getManagers().getTrustManagers());
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new InvalidSettingException(
          "feishu.ssl.bundle (FEISHU_SSL_BUNDLE) is %s, and what spring.ssl.bundle says of it cannot be read (%s): look whether its files are there and are what they should be."
              .formatted(OneLine.of(name), e.getClass().getSimpleName()));
    }
  }

  private static Optional<SslBundle> find(Environment environment, String name) {
    Binder binder = Binder.get(environment);
    Optional<SslBundle> pem =
        named(binder, "pem", name, PemSslBundleProperties.class).map(PropertiesSslBundle::get);
    return pem.or(
        () ->
            named(binder, "jks", name, JksSslBundleProperties.class).map(PropertiesSslBundle::get));
  }

  private static <P> Optional<P> named(Binder binder, String kind, String name, Class<P> type) {
    Map<String, P> all =
        binder
            .bind("spring.ssl.bundle." + kind, Bindable.mapOf(String.class, type))
            .orElse(Map.of());
    return Optional.ofNullable(all.get(name));
  }
}
