package io.github.feishuhire;

import io.github.feishuhire.command.setup.ReceivedEvents;
import io.github.feishuhire.event.webhook.WebhookServer;
import io.github.feishuhire.settings.EventProperties;
import io.github.feishuhire.settings.Events;
import io.github.feishuhire.settings.Events.Mode;
import io.github.feishuhire.worker.catalogue.EventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Tells a command how events are received. */
final class EventSetup {

  private EventSetup() {}

  /** Of those connections whose events are; the settings have been checked. */
  static Map<String, ReceivedEvents> of(Environment environment, Collection<String> connections) {
    Binder binder = Binder.get(environment);
    EventProperties settings = binder.bindOrCreate("feishu", EventProperties.class);
    int port = binder.bindOrCreate("feishu.events", EventProperties.Port.class).port();
    Map<String, ReceivedEvents> received = new HashMap<>();
    for (String name : connections) {
      Events events = settings.of(name);
      if (!events.comeBy(Mode.OFF)) {
        List<String> types = EventType.types().stream().filter(events::wants).toList();
        received.put(
            name, new ReceivedEvents(events.mode(), port, WebhookServer.path(name), types));
      }
    }
    return received;
  }
}
