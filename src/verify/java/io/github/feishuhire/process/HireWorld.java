package io.github.feishuhire.process;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.process.Journal.Incident;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.website.Tenant;
import io.github.feishuhire.worker.Workers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An embedded engine, a sandbox, and workers between them, for the tests of one class. */
final class HireWorld implements BeforeAllCallback, AfterAllCallback {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration LONGER_THAN_ANY_WAIT = Duration.ofMinutes(6);

  private final Time time;
  private final Tenant tenant;
  private @Nullable Parts running;

  /** What lives for one class, made anew should the class be run again. */
  private record Parts(
      ZeebeTestEngine engine, Journal journal, Sandbox sandbox, CamundaClient client) {

    static Parts start(Tenant tenant) {
      ZeebeTestEngine engine = EmbeddedEngine.create();
      engine.start();
      return new Parts(
          engine,
          new Journal(engine),
          Sandbox.start(
              SandboxSettings.DEFAULT
                  .withTaskDuration(Duration.ofMillis(100))
                  .withTenant(tenant)
                  .withoutRateLimits()),
          CamundaClient.newClientBuilder()
              .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
              .preferRestOverGrpc(false)
              .build());
    }

    void stop() {
      client.close();
      engine.stop();
      sandbox.close();
    }
  }

  private @Nullable Workers workers;

  /**
   * Workers whose pauses and leases are twenty times shorter; results that are there after a tenth
   * of a second.
   */
  HireWorld() {
    this(new FastTime(20));
  }

  HireWorld(Time time) {
    this(time, Tenant.SMALL);
  }

  /** A Feishu in which more is set up than usually. */
  static HireWorld of(Tenant tenant) {
    return new HireWorld(new FastTime(20), tenant);
  }

  private HireWorld(Time time, Tenant tenant) {
    this.time = time;
    this.tenant = tenant;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running = Parts.start(tenant);
    startWorkers();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    stopWorkers();
    parts().stop();
  }

  private Parts parts() {
    return Objects.requireNonNull(running);
  }

  private void startWorkers() {
    workers = TestWorkers.of(client(), sandbox().baseUrl(), time);
    workers.start();
  }

  private void stopWorkers() {
    Objects.requireNonNull(workers).stop(PATIENCE);
  }

  /** As a new release would: the old workers stop, new ones come. */
  void restartWorkers(Runnable meanwhile) {
    stopWorkers();
    meanwhile.run();
    startWorkers();
  }

  Sandbox sandbox() {
    return parts().sandbox();
  }

  CamundaClient client() {
    return parts().client();
  }

  ZeebeTestEngine engine() {
    return parts().engine();
  }

  Journal journal() {
    return parts().journal();
  }

  void deploy(String name, String model) {
    client()
        .newDeployResourceCommand()
        .addResourceBytes(model.getBytes(StandardCharsets.UTF_8), name)
        .send()
        .join();
  }

  /** Starts an instance of the newest version. */
  long start(String processId, Map<String, ?> variables) {
    return client()
        .newCreateInstanceCommand()
        .bpmnProcessId(processId)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }

  /** The variables an instance ended with. */
  ObjectNode end(long instance) {
    await()
        .atMost(PATIENCE)
        .until(() -> journal().hasEnded(instance) || journal().incident(instance).isPresent());
    journal()
        .incident(instance)
        .ifPresent(
            incident -> {
              throw new AssertionError("an incident instead of an end: " + incident.message());
            });
    return journal().variables(instance);
  }

  /** Returns when this element of the instance has begun. */
  void awaitBegun(long instance, String elementId) {
    await().atMost(PATIENCE).until(() -> journal().begun(instance).contains(elementId));
  }

  /** Returns when the instance has left this element. */
  void awaitCompleted(long instance, String elementId) {
    await().atMost(PATIENCE).until(() -> journal().completed(instance).contains(elementId));
  }

  /** The same for an instance whose jobs fail and are tried again: the back-off passes at once. */
  ObjectNode endAfterRetries(long instance) {
    letTimePass(instance, () -> journal().jobs(instance, JobIntent.FAILED).size());
    return end(instance);
  }

  /** The incident of an instance whose job fails and is tried again first. */
  Incident incidentAfterRetries(long instance) {
    letTimePass(instance, () -> journal().jobs(instance, JobIntent.FAILED).size());
    return incident(instance);
  }

  /** The back-off of an instance's job that has failed passes at once. */
  void letRetry(long instance) {
    await().atMost(PATIENCE).until(() -> !journal().jobs(instance, JobIntent.FAILED).isEmpty());
    engine().increaseTime(LONGER_THAN_ANY_WAIT);
  }

  /** The same for an instance that waits for timers: they fire at once. */
  ObjectNode endAfterTimers(long instance) {
    return endAfterTimers(instance, LONGER_THAN_ANY_WAIT);
  }

  /** The same for timers that wait longer. */
  ObjectNode endAfterTimers(long instance, Duration longest) {
    letTimePass(instance, () -> journal().timers(instance), longest);
    return end(instance);
  }

  private void letTimePass(long instance, IntSupplier waits) {
    letTimePass(instance, waits, LONGER_THAN_ANY_WAIT);
  }

  private void letTimePass(long instance, IntSupplier waits, Duration longest) {
    AtomicInteger seen = new AtomicInteger();
    await()
        .atMost(PATIENCE.multipliedBy(3))
        .until(
            () -> {
              int now = waits.getAsInt();
              if (seen.getAndSet(now) < now) {
                engine().increaseTime(longest);
              }
              return journal().hasEnded(instance) || journal().incident(instance).isPresent();
            });
  }

  /** The incident an instance has run into. */
  Incident incident(long instance) {
    return await()
        .atMost(PATIENCE)
        .until(() -> journal().incident(instance), Optional::isPresent)
        .orElseThrow();
  }

  /** The next one of the same instance. */
  Incident incidentAfter(Incident earlier) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                journal()
                    .incident(earlier.instance())
                    .filter(found -> found.key() != earlier.key()),
            Optional::isPresent)
        .orElseThrow();
  }

  /** What an operator does in Operate: mend a variable of the task, then retry. */
  void retry(Incident incident, Map<String, ?> localVariables) {
    client()
        .newSetVariablesCommand(incident.elementInstanceKey())
        .variables(localVariables)
        .local(true)
        .send()
        .join();
    client().newUpdateRetriesCommand(incident.jobKey()).retries(1).send().join();
    client().newResolveIncidentCommand(incident.key()).send().join();
  }
}
