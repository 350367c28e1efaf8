package io.github.feishuhire;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.monitoring.CallMetrics;
import io.github.feishuhire.monitoring.CallTraces;
import io.github.feishuhire.monitoring.FeishuHealth;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.settings.CurrentSecret;
import io.github.feishuhire.settings.FeishuProperties;
import io.github.feishuhire.settings.NetworkProperties;
import io.github.feishuhire.worker.Copies;
import io.github.feishuhire.worker.job.Admission;
import io.github.feishuhire.worker.job.Connections;
import io.github.feishuhire.worker.job.LogIds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Feishu, as the jobs and the events find it: every bean, in the order in which they build on one
 * another.
 */
@Configuration(proxyBeanMethods = false)
class FeishuWiring {

  @Bean
  Time time() {
    return Time.system();
  }

  @Bean
  FeishuHealth feishuHealthContributor(FeishuProperties settings, Time time) {
    return new FeishuHealth(settings.apps().keySet(), time);
  }

  @Bean
  HealthIndicator tokensHealthIndicator(FeishuHealth health) {
    return health.tokens();
  }

  @Bean
  Egress egress(Environment environment) {
    return NetworkProperties.egress(environment);
  }

  @Bean
  Connections connections(
      FeishuProperties settings,
      Egress egress,
      Environment environment,
      FeishuHealth health,
      MeterRegistry registry,
      ObjectProvider<CallTraces> traces,
      Time time) {
    HttpSender sender = HttpSender.create(egress);
    Map<String, FeishuHire> byName = new HashMap<>();
    settings
        .apps()
        .forEach(
            (name, app) -> {
              var secret = new CurrentSecret(environment, name, app.appSecret().get());
              CallMetrics metrics = new CallMetrics(registry, name);
              List<CallListener> listeners =
                  new ArrayList<>(List.of(health.of(name), metrics, new LogIds()));
              traces.ifAvailable(listeners::add);
              FeishuHire hire =
                  new FeishuHire(
                      new App(app.baseUrl(), app.appId(), secret),
                      settings.quotaShare(),
                      sender,
                      time,
                      listeners);
              metrics.watch(hire);
              health.of(name).watch(hire);
              byName.put(name, hire);
            });
    Map<String, Admission> admissions = new HashMap<>();
    settings
        .all()
        .forEach(
            (name, one) ->
                admissions.put(
                    name, new Admission(Set.copyOf(one.tenants()), Set.copyOf(one.processes()))));
    return new Connections(byName, admissions);
  }

  @Bean
  @ConditionalOnBooleanProperty("management.tracing.enabled")
  CallTraces callTraces(ObservationRegistry observations) {
    return new CallTraces(observations);
  }

  /** Null where somebody says how many copies there are. */
  @Bean
  @Nullable Copies copies(FeishuProperties settings, Connections connections, Time time) {
    QuotaShare share = settings.quotaShare();
    return settings
        .countedBy()
        .map(
            name ->
                new Copies(
                    () -> List.of(InetAddress.getAllByName(name)),
                    FeishuWiring::isOfThisMachine,
                    (copies, from) ->
                        connections.all().forEach(hire -> hire.share(share.among(copies), from)),
                    time))
        .orElse(null);
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  /** Red while a copy that begins beside others leaves Feishu to them. */
  @Bean
  HealthIndicator copiesHealthIndicator(Optional<Copies> copies) {
    return () ->
        copies
            .map(
                some ->
                    (some.takesPart() ? Health.up() : Health.down())
                        .withDetail("copies", some.count()))
            .orElseGet(Health::up)
            .build();
  }
}
