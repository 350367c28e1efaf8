package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.CallListener;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.monitoring.CallMetrics;
import io.github.feishuhire.monitoring.CallTraces;
import io.github.feishuhire.monitoring.FeishuHealth;
import io.github.feishuhire.monitoring.JobMetrics;
import io.github.feishuhire.monitoring.JobTraces;
import io.github.feishuhire.monitoring.PollerHealth;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.settings.CurrentSecret;
import io.github.feishuhire.settings.FeishuProperties;
import io.github.feishuhire.settings.NetworkProperties;
import io.github.feishuhire.settings.RecoveryProperties;
import io.github.feishuhire.settings.RestAddress;
import io.github.feishuhire.settings.ResumeUrlProperties;
import io.github.feishuhire.settings.WorkerSettings;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Copies;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.Workers;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.engine.PollState;
import io.github.feishuhire.worker.job.Admission;
import io.github.feishuhire.worker.job.Connections;
import io.github.feishuhire.worker.job.JobHandler;
import io.github.feishuhire.worker.job.JobListener;
import io.github.feishuhire.worker.job.LogIds;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.job.RestorePoint;
import io.github.feishuhire.worker.job.Shutdown;
import io.github.feishuhire.worker.outcome.Reactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Every bean, in the order in which they build on one another. The Camunda client is its starter's.
 */
@Configuration(proxyBeanMethods = false)
class Wiring {

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
  JobMetrics jobMetrics(MeterRegistry registry) {
    return new JobMetrics(registry);
  }

  @Bean
  @ConditionalOnBooleanProperty("management.tracing.enabled")
  CallTraces callTraces(ObservationRegistry observations) {
    return new CallTraces(observations);
  }

  @Bean
  @ConditionalOnBooleanProperty("management.tracing.enabled")
  JobTraces jobTraces(ObservationRegistry observations) {
    return new JobTraces(observations);
  }

  @Bean
  JobHandler jobHandler(
      CamundaClient client,
      Connections connections,
      FeishuProperties settings,
      RecoveryProperties recovery,
      List<JobListener> listeners,
      Time time) {
    Words words = new Words(settings.words());
    Reactions reactions = new Reactions(words, () -> ThreadLocalRandom.current().nextDouble());
    RestorePoint restored = new RestorePoint(recovery.doubtProcessInstancesBelow());
    return new JobHandler(
        client, connections, reactions, new Shutdown(time), time, restored, listeners);
  }

  @Bean
  DocumentStore documentStore(CamundaClient client, Environment environment) {
    String certificates = client.getConfiguration().getCaCertificatePath();
    return new DocumentStore(
        client,
        Downloads.trusted(certificates == null ? null : Path.of(certificates)),
        RestAddress.isConfigured(environment));
  }

  @Bean
  WebFiles webFiles(ResumeUrlProperties settings, Egress egress) {
    return new WebFiles(
        settings.useProxy()
            ? Downloads.untrusted(settings.checkedHosts(), egress)
            : Downloads.untrusted(settings.checkedHosts()));
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
                    Wiring::isOfThisMachine,
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

  @Bean
  Workers workers(
      CamundaClient client,
      DocumentStore documents,
      WebFiles web,
      JobHandler handler,
      JobMetrics metrics,
      RecoveryProperties recovery,
      WorkerSettings settings,
      Optional<Copies> copies,
      Time time) {
    ServedJobs served = new ServedJobs(recovery, settings);
    List<Operation<?>> operations = served.of(Operations.all(documents, web));
    operations.forEach(metrics::expect);
    Workers workers =
        new Workers(client, operations, handler, time, copies.stream().toArray(Runnable[]::new));
    metrics.watch(workers, operations, handler.connections().names());
    return workers;
  }

  /** Red when a poller itself is broken: one that is refused, or gets no answer, is not. */
  @Bean
  HealthIndicator pollersHealthIndicator(Workers workers) {
    Duration dead = Duration.ofMinutes(1);
    return new PollerHealth(workers::states, poller -> poller.sinceLastSign().compareTo(dead) < 0);
  }

  @Bean
  HealthIndicator pollingHealthIndicator(Workers workers) {
    return new PollerHealth(workers::states, PollState::isAnswered);
  }

  @Bean
  WorkersLifecycle workersLifecycle(Workers workers) {
    return new WorkersLifecycle(workers);
  }
}
