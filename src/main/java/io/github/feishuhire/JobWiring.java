package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.monitoring.JobMetrics;
import io.github.feishuhire.monitoring.JobTraces;
import io.github.feishuhire.monitoring.PollerHealth;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.settings.FeishuProperties;
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
import io.github.feishuhire.worker.job.Connections;
import io.github.feishuhire.worker.job.JobHandler;
import io.github.feishuhire.worker.job.JobListener;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.job.RestorePoint;
import io.github.feishuhire.worker.job.Shutdown;
import io.github.feishuhire.worker.outcome.Reactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The jobs: every bean, in the order in which they build on one another. The Camunda client is its
 * starter's.
 */
@Configuration(proxyBeanMethods = false)
class JobWiring {

  @Bean
  JobMetrics jobMetrics(MeterRegistry registry) {
    return new JobMetrics(registry);
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
