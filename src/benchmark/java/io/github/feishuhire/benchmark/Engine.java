package io.github.feishuhire.benchmark;

import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.github.feishuhire.testbed.engine.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The engine that all of them work for. */
final class Engine implements AutoCloseable {

  /** An instance to be started. */
  record Start(String process, Map<String, Object> variables) {}

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int STARTS_AT_ONCE = 100;

  private final Broker broker;
  private final HttpClient http = HttpClient.newHttpClient();

  Engine() {
    Path home = Path.of("target", "broker", "camunda-zeebe-8.6.0").toAbsolutePath();
    broker =
        new Broker(
            home,
            Benchmark.FOLDER.resolve("engine"),
            home.resolve("config").toString(),
            List.of("-Xmx1g", "-XX:+UseSerialGC"),
            // Its refusals depend on how busy the machine is; what is asked at once is limited
            // here.
            Map.of("ZEEBE_BROKER_BACKPRESSURE_ENABLED", "false"));
    broker.start();
    DeployResourceCommandStep1 deploy = broker.client().newDeployResourceCommand();
    DeployResourceCommandStep2 command = null;
    int number = 0;
    for (var model : Models.all()) {
      command = (command == null ? deploy : command).addProcessModel(model, ++number + ".bpmn");
    }
    if (command != null) {
      command.requestTimeout(PATIENCE).send().join();
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + broker.port());
  }

  /** Starts one; the stage is complete when the instance is. */
  CompletionStage<?> start(Start start) {
    return broker
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(start.process())
        .latestVersion()
        .variables(start.variables())
        .withResult()
        .requestTimeout(Duration.ofHours(1))
        .send();
  }

  /** Returns when so many jobs more wait in the engine. */
  void fill(int jobs, IntFunction<Start> starts) {
    Semaphore free = new Semaphore(STARTS_AT_ONCE);
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    for (int number = 0; number < jobs; number++) {
      free.acquireUninterruptibly();
      Start start = starts.apply(number);
      broker
          .client()
          .newCreateInstanceCommand()
          .bpmnProcessId(start.process())
          .latestVersion()
          .variables(start.variables())
          .requestTimeout(PATIENCE)
          .send()
          .whenComplete((instance, failure) -> note(failure, free, failures));
    }
    free.acquireUninterruptibly(STARTS_AT_ONCE);
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.peek());
    }
  }

  private static void note(@Nullable Throwable failure, Semaphore free, Queue<Throwable> failures) {
    if (failure != null) {
      failures.add(failure);
    }
    free.release();
  }

  /** How many jobs of this type have been completed, ever. */
  long completed(String jobType) {
    return jobs("completed", jobType);
  }

  /** How many jobs of this type have failed, with retries left or without, ever. */
  long failed(String jobType) {
    return jobs("failed", jobType);
  }

  /** How many jobs of this type have ended in a BPMN error, ever. */
  long ended(String jobType) {
    return jobs("error thrown", jobType);
  }

  private long jobs(String action, String jobType) {
    HttpRequest request =
        HttpRequest.newBuilder(broker.actuator().resolve("prometheus")).GET().build();
    try {
      return http.send(request, BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("zeebe_job_events_total{"))
          .filter(line -> line.contains("action=\"" + action + "\""))
          .filter(line -> line.contains("type=\"" + jobType + "\""))
          .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    broker.close();
    http.close();
  }
}
