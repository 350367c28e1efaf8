package io.github.feishuhire.settings;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.ConfigTreePropertySource.Option;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Has the files of a {@code configtree:} read each time somebody asks, so that a secret that was
 * mounted anew is seen; Spring Boot itself would read each file once.
 *
 * @see <a
 *     href="https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.files.configtree">
 *     Spring Boot: configuration trees</a>
 */
final class RereadSecrets implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var sources = environment.getPropertySources();
    for (var source : List.copyOf(sources.stream().toList())) {
      if (source instanceof ConfigTreePropertySource tree) {
        sources.replace(
            tree.getName(),
            new ConfigTreePropertySource(
                tree.getName(),
                tree.getSource(),
                Option.ALWAYS_READ,
                Option.AUTO_TRIM_TRAILING_NEW_LINE));
      }
    }
  }
}
