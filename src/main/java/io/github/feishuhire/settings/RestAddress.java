package io.github.feishuhire.settings;

import java.util.Objects;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Camunda's REST address, for which its starter has a default that is rarely right. */
public final class RestAddress {

  private static final ConfigurationPropertyName NAME =
      ConfigurationPropertyName.of("camunda.client.rest-address");

  /** Where the starter keeps what it takes when nothing was said. */
  private static final String DEFAULTS = "modes/self-managed.yaml";

  private RestAddress() {}

  /** Whether somebody has said it. For SaaS it follows from the cluster, which somebody has. */
  public static boolean isConfigured(Environment environment) {
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .map(source -> source.getConfigurationProperty(NAME))
        .filter(Objects::nonNull)
        .findFirst()
        .map(RestAddress::isNoDefault)
        .orElse(false);
  }

  private static boolean isNoDefault(ConfigurationProperty property) {
    return !String.valueOf(property.getOrigin()).contains(DEFAULTS);
  }
}
