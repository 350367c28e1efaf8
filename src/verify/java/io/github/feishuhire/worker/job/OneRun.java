package io.github.feishuhire.worker.job;

import io.camunda.client.CamundaClient;
import io.camunda.client.impl.CamundaObjectMapper;
import io.camunda.client.impl.response.ActivatedJobImpl;
import io.camunda.zeebe.gateway.protocol.GatewayOuterClass.ActivatedJob;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HastyTime;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.monitoring.JobMetrics;
import io.github.feishuhire.testbed.engine.FussyEngine;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import io.github.feishuhire.worker.engine.Lease;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Reactions;
import io.github.feishuhire.worker.website.ListWebsites;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One job from a fussy engine, and what became of it. */
final class OneRun {

  static final String TASK_ID = "f1c2a0f138ec492d99d7ab73594158ad";
  static final long ELEMENT_INSTANCE = 2251799813685300L;

  private final FussyEngine engine;
  private final URI feishu;
  private final Time time = new HastyTime();
  private final Shutdown shutdown = new Shutdown(time);
  private RestorePoint restored = RestorePoint.NONE;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger submissions = new AtomicInteger();
  private WeakReference<Object> activated = new WeakReference<>(null);

  /** For operations that ask nobody. */
  OneRun(FussyEngine engine) {
    this(engine, URI.create("http://127.0.0.1:9"));
  }

  OneRun(FussyEngine engine, URI feishu) {
    this.engine = engine;
    this.feishu = feishu;
  }

  /** Passes when somebody sleeps, and then at once. */
  Time time() {
    return time;
  }

  /** The engine was restored from a backup before this process instance began. */
  void restoredAt(long firstInstanceAfter) {
    restored = new RestorePoint(List.of(firstInstanceAfter));
  }

  void stop() {
    shutdown.begin();
  }

  /** A submission that Feishu accepts. */
  void submit(boolean rest, String variables, Runnable meanwhile) {
    Operation<String> operation =
        new Operation<>(
            SubmitWebsiteDelivery.TASK,
            inputs -> "nothing",
            (input, context) -> {
              context.options().beforeSending().pass();
              submissions.incrementAndGet();
              meanwhile.run();
              return new Outcome.Completed(Map.of("task_id", TASK_ID));
            });
    run(operation, rest, variables);
  }

  /** What may be done twice without harm. */
  void list(boolean rest) {
    Operation<String> operation =
        new Operation<>(
            ListWebsites.TASK,
            inputs -> "nothing",
            (input, context) -> new Outcome.Completed(Map.of("websites", List.of())));
    run(operation, rest, "{}");
  }

  void run(Operation<?> operation, boolean rest, String variables) {
    try (CamundaClient client = engine.client(rest)) {
      prepare(operation, client, variables).run();
    }
  }

  /** What a poller does, which then holds the job no longer. */
  private JobRun<?> prepare(Operation<?> operation, CamundaClient client, String variables) {
    var app = new App(feishu, "cli_nobody", "secret");
    var hire = new FeishuHire(app, QuotaShare.ALONE, HttpSender.create(), time);
    var handler =
        new JobHandler(
            client,
            new Connections(Map.of("default", hire)),
            new Reactions(new Words(Language.EN), () -> 0.5),
            shutdown,
            time,
            restored,
            List.of(new JobMetrics(meters)));
    var content =
        ActivatedJob.newBuilder()
            .setKey(1)
            .setElementInstanceKey(ELEMENT_INSTANCE)
            .setProcessInstanceKey(3)
            .setElementId("task")
            .setRetries(3)
            .setVariables(variables)
            .setCustomHeaders("{}")
            .build();
    var job = new ActivatedJobImpl(new CamundaObjectMapper(), content);
    activated = new WeakReference<>(job);
    return new JobRun<>(
        handler, operation, job, new Lease(operation.task().capacity().lease(), time));
  }

  /** Whether anybody still has the job as the engine handed it out. */
  boolean isHeld() {
    System.gc();
    return activated.get() != null;
  }

  int submissions() {
    return submissions.get();
  }

  /** Commands that were refused with that status, as the metrics tell. */
  double refused(String status) {
    return meters
        .get("feishu.hire.engine.commands")
        .tags("result", "refused", "status", status)
        .counter()
        .count();
  }

  /** Runs with that outcome, as the metrics tell. */
  long ended(String outcome) {
    return meters.find("feishu.hire.job").tags("outcome", outcome).timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }
}
