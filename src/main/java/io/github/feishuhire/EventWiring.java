package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.event.EventListener;
import io.github.feishuhire.event.Inbox;
import io.github.feishuhire.event.Inboxes;
import io.github.feishuhire.event.Post;
import io.github.feishuhire.event.Publisher;
import io.github.feishuhire.event.webhook.Webhook;
import io.github.feishuhire.event.webhook.WebhookKeys;
import io.github.feishuhire.event.webhook.WebhookServer;
import io.github.feishuhire.monitoring.EventHealth;
import io.github.feishuhire.monitoring.EventMetrics;
import io.github.feishuhire.settings.CurrentEvents;
import io.github.feishuhire.settings.EventProperties;
import io.github.feishuhire.settings.Events;
import io.github.feishuhire.settings.Events.Mode;
import io.github.feishuhire.settings.FeishuProperties;
import io.github.feishuhire.worker.job.Connections;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans for Feishu's events, in the order in which they build on one another. */
@Configuration(proxyBeanMethods = false)
class EventWiring {

  @Bean
  EventMetrics eventMetrics(MeterRegistry registry) {
    return new EventMetrics(registry);
  }

  @Bean
  EventHealth eventsHealthIndicator(FeishuProperties feishu, EventProperties settings, Time time) {
    Map<String, String> modes = new HashMap<>();
    received(feishu, settings).forEach((name, events) -> modes.put(name, events.mode()));
    return new EventHealth(modes, time);
  }

  @Bean
  Inboxes inboxes(
      FeishuProperties feishu,
      EventProperties settings,
      Connections connections,
      CamundaClient client,
      EventMetrics metrics,
      List<EventListener> listeners,
      Time time) {
    Map<String, App> apps = feishu.apps();
    Map<String, Inbox> inboxes = new HashMap<>();
    received(feishu, settings)
        .forEach(
            (name, events) -> {
              metrics.expect(name);
              List<String> tenants =
                  tenants(Objects.requireNonNull(feishu.all().get(name)).tenants(), client);
              inboxes.put(
                  name,
                  new Publisher(
                      new Publisher.Subscription(
                          name, Objects.requireNonNull(apps.get(name)).appId(), events::wants),
                      connections.find(name).orElseThrow().hiringProcesses().list(),
                      new Post(client, tenants, events.timeToLive(), time),
                      listeners,
                      time));
            });
    return new Inboxes(inboxes);
  }

  /** Where processes may be that use the connection: those whose jobs are fetched. */
  private static List<String> tenants(List<String> allowed, CamundaClient client) {
    var configuration = client.getConfiguration();
    List<String> fetched = configuration.getDefaultJobWorkerTenantIds();
    List<String> both = fetched.stream().filter(allowed::contains).toList();
    List<String> chosen = allowed.isEmpty() ? fetched : both.isEmpty() ? allowed : both;
    return chosen.isEmpty() ? List.of(configuration.getDefaultTenantId()) : chosen;
  }

  @Bean
  WebhookLifecycle webhookLifecycle(
      FeishuProperties feishu,
      EventProperties settings,
      EventProperties.Port port,
      Inboxes inboxes,
      List<EventListener> listeners,
      Environment environment) {
    Map<String, App> apps = feishu.apps();
    Map<String, Webhook> webhooks = new HashMap<>();
    received(feishu, settings)
        .forEach(
            (name, events) -> {
              if (events.comeBy(Mode.WEBHOOK)) {
                var current = new CurrentEvents(environment, name, events);
                webhooks.put(
                    name,
                    new Webhook(
                        name,
                        Objects.requireNonNull(apps.get(name)).appId(),
                        () -> keys(current.get()),
                        inboxes.of(name).orElseThrow(),
                        listeners));
              }
            });
    return new WebhookLifecycle(
        webhooks.isEmpty()
            ? Optional.empty()
            : Optional.of(new WebhookServer(port.port(), webhooks)));
  }

  private static WebhookKeys keys(Events events) {
    return new WebhookKeys(events.encryptKey(), events.verificationToken());
  }

  private static Map<String, Events> received(FeishuProperties feishu, EventProperties settings) {
    Map<String, Events> received = new TreeMap<>();
    feishu
        .all()
        .keySet()
        .forEach(
            name -> {
              Events events = settings.of(name);
              if (!events.comeBy(Mode.OFF)) {
                received.put(name, events);
              }
            });
    return received;
  }
}
