package io.github.feishuhire;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.event.Inboxes;
import io.github.feishuhire.event.longconnection.LongConnections;
import io.github.feishuhire.monitoring.LongConnectionHealth;
import io.github.feishuhire.monitoring.LongConnectionMetrics;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.settings.CurrentSecret;
import io.github.feishuhire.settings.EventProperties;
import io.github.feishuhire.settings.Events.Mode;
import io.github.feishuhire.settings.FeishuProperties;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans for events that come over long connections; none is opened where none is set. */
@Configuration(proxyBeanMethods = false)
class LongConnectionWiring {

  @Bean
  LongConnections longConnections(
      FeishuProperties feishu,
      EventProperties settings,
      Inboxes inboxes,
      Egress egress,
      Environment environment,
      MeterRegistry registry,
      Time time) {
    LongConnectionMetrics metrics = new LongConnectionMetrics(registry);
    LongConnections connections =
        new LongConnections(HttpSender.create(egress).way(), metrics, time);
    feishu
        .apps()
        .forEach(
            (name, app) -> {
              if (settings.of(name).comeBy(Mode.LONG_CONNECTION)) {
                var secret = new CurrentSecret(environment, name, app.appSecret().get());
                connections.add(
                    name,
                    new App(app.baseUrl(), app.appId(), secret),
                    inboxes.of(name).orElseThrow());
              }
            });
    metrics.watch(connections);
    return connections;
  }

  /** Red while events cannot come: jobs are served all the same. */
  @Bean
  HealthIndicator longConnectionsHealthIndicator(LongConnections connections) {
    return new LongConnectionHealth(connections::states);
  }

  @Bean
  LongConnectionsLifecycle longConnectionsLifecycle(LongConnections connections) {
    return new LongConnectionsLifecycle(connections);
  }
}
