package io.github.feishuhire.settings;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.camunda.client.impl.CamundaClientEnvironmentVariables;
import io.github.feishuhire.settings.FeishuProperties.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/**
 * The names of all settings that have an effect: ours from the records they are bound to, Camunda's
 * from what its starter tells editors. They are compared by their letters and digits, since Spring
 * Boot takes a name in several spellings.
 */
final class KnownSettings {

  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final String STARTER = "camunda-spring-boot-starter";
  private static final int NEAR = 3;

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /**
   * @param connections that somebody has named
   */
  KnownSettings(Collection<String> connections) {
    addParts("feishu.", FeishuProperties.class);
    addParts("feishu.", RecoveryProperties.class);
    addParts("feishu.", NetworkProperties.class);
    addParts("feishu.", EventProperties.class);
    addParts("feishu.events.", EventProperties.Port.class);
    addParts("feishu.resume-urls.", ResumeUrlProperties.class);
    connections.forEach(
        name -> {
          addParts("feishu.connections." + name + ".", Connection.class);
          addParts("feishu.connections." + name + ".", EventProperties.Connection.class);
        });
    try {
      addStarter();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Variables that Camunda's client reads itself.
    Stream.of(
            CamundaClientEnvironmentVariables.OAUTH_ENV_CLIENT_ID,
            CamundaClientEnvironmentVariables.OAUTH_ENV_CLIENT_SECRET,
            CamundaClientEnvironmentVariables.OAUTH_ENV_CACHE_PATH,
            CamundaClientEnvironmentVariables.USE_DEFAULT_RETRY_POLICY_VAR,
            CamundaClientEnvironmentVariables.CAMUNDA_CLIENT_WORKER_STREAM_ENABLED,
            CamundaClientEnvironmentVariables.OAUTH_ENV_CLIENT_ASSERTION_KEYSTORE_PATH,
            CamundaClientEnvironmentVariables.OAUTH_ENV_CLIENT_ASSERTION_KEYSTORE_PASSWORD,
            CamundaClientEnvironmentVariables.OAUTH_ENV_CLIENT_ASSERTION_KEYSTORE_KEY_ALIAS,
            CamundaClientEnvironmentVariables.OAUTH_ENV_CLIENT_ASSERTION_KEYSTORE_KEY_PASSWORD)
        .forEach(variable -> open.add(uniform(variable)));
  }

  private void addParts(String prefix, Class<?> type) {
    for (RecordComponent part : type.getRecordComponents()) {
      String name = prefix + DataObjectPropertyName.toDashedForm(part.getName());
      if (part.getType().isRecord()) {
        addParts(name + ".", part.getType());
      } else if (part.getType() != Map.class) {
        names.put(uniform(name), name);
      }
    }
  }

  private void addStarter() throws IOException {
    for (URL url : getClass().getClassLoader().resources(METADATA).toList()) {
      if (url.getPath().contains(STARTER)) {
        try (InputStream metadata = url.openStream()) {
          new JsonMapper()
              .readTree(metadata)
              .path("properties")
              .valueStream()
              .forEach(one -> addCamunda(one.path("name").asText(), one.path("type").asText()));
        }
      }
    }
  }

  private void addCamunda(String name, String type) {
    if (type.startsWith("java.util.Map")) {
      open.add(uniform(name));
    } else {
      names.put(uniform(name), name);
    }
  }

  /** Whether a name, in whatever spelling, has an effect. */
  boolean has(String name) {
    String uniform = uniform(name);
    return names.containsKey(uniform) || open.stream().anyMatch(uniform::startsWith);
  }

  /** What may have been meant. */
  Optional<String> nearest(String name) {
    String uniform = uniform(name);
    return names.keySet().stream()
        .filter(one -> distance(uniform, one) >= 0)
        .min(Comparator.comparingInt(one -> distance(uniform, one)))
        .map(names::get);
  }

  /** -1 where it is more than a slip of the pen. */
  @SuppressWarnings("deprecation") // its successor is in a library of its own
  private static int distance(String one, String other) {
    return StringUtils.getLevenshteinDistance(one, other, NEAR);
  }

  /** Without the number of a part of a list. */
  private static String uniform(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("(\\[[0-9]+]|_[0-9]+_?)$", "")
        .replaceAll("[^a-z0-9]", "");
  }
}
