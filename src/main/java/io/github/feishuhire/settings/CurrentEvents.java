package io.github.feishuhire.settings;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What the settings say of the events of one connection now; the last good when they lack its
 * secrets.
 */
public final class CurrentEvents implements Supplier<Events> {

  private static final Logger LOG = LoggerFactory.getLogger(CurrentEvents.class);

  private final Environment environment;
  private final String prefix;
  private volatile Events last;

  public CurrentEvents(Environment environment, String connection, Events first) {
    this.environment = environment;
    this.prefix = FeishuProperties.prefix(connection) + ".events";
    this.last = first;
  }

  @Override
  public Events get() {
    try {
      Events events = Binder.get(environment).bindOrCreate(prefix, Events.class);
      if (events.encryptKey() != null || events.verificationToken() != null) {
        last = events;
      }
    } catch (RuntimeException e) { // a file that is gone or being replaced
      LOG.warn("{} cannot be read now, the last is used: {}", prefix, e.getClass().getSimpleName());
    }
    return last;
  }
}
