package io.github.feishuhire.settings;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The secret of one connection as the settings have it now; the last good one when they lack it.
 */
public final class CurrentSecret implements Supplier<String> {

  private static final Logger LOG = LoggerFactory.getLogger(CurrentSecret.class);

  private final Environment environment;
  private final String connection;
  private volatile String last;

  public CurrentSecret(Environment environment, String connection, String first) {
    this.environment = environment;
    this.connection = connection;
    this.last = first;
  }

  @Override
  public String get() {
    try {
      FeishuProperties settings =
          Binder.get(environment).bindOrCreate("feishu", FeishuProperties.class);
      var app = settings.apps().get(connection);
      if (app != null) {
        last = app.appSecret().get();
      }
    } catch (RuntimeException e) { // a file that is gone or being replaced
      LOG.warn(
          "The secret of connection {} cannot be read now, the last one is used: {}",
          connection,
          e.getClass().getSimpleName());
    }
    return last;
  }
}
