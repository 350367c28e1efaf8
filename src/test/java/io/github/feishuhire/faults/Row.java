package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Oracle;
import io.github.feishuhire.faults.oracle.Pace;
import io.github.feishuhire.faults.oracle.Permission;
import io.github.feishuhire.faults.oracle.RowResult;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Request;
import io.github.feishuhire.testbed.feishu.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** One row of the table: its process instances, what may become of them, and the verdict. */
final class Row {

  /** So many submissions a worker has on their way at once, and no more. */
  static final int AT_ONCE = 5;

  private static final int COMMANDS_AT_ONCE = 20;

  private static int numbers;

  private final Stage stage;
  private final String name;
  private final int number = ++numbers;
  private final List<Run> runs = new ArrayList<>();
  private final Map<String, Long> instances = new HashMap<>();

  Row(Stage stage, String name) {
    this.stage = stage;
    this.name = name;
  }

  /** Names for so many candidates that there are not yet. */
  List<String> candidates(int count) {
    int first = runs.size();
    return IntStream.range(first, first + count)
        .mapToObj(i -> "r" + number + "-" + stage.size().seed() + "-" + i)
        .toList();
  }

  /** Starts as many submissions, each of which Feishu treats like this. */
  List<String> submit(int count, Turn turn, Function<String, Run> expectation) {
    List<String> candidates = candidates(count);
    candidates.forEach(candidate -> stage.feishu().script().next(Kind.SUBMIT, candidate, turn));
    return start(Models.SUBMIT, candidates, expectation);
  }

  /**
   * As {@link #submit}, and before each of them one that goes well: a worker leaves Feishu alone
   * after a few failures in a row.
   *
   * @return those that are treated like this
   */
  List<String> submitAmongOthers(int count, Turn turn, Function<String, Run> expectation) {
    List<String> all = candidates(2 * count);
    List<String> treated = IntStream.range(0, count).mapToObj(i -> all.get(2 * i + 1)).toList();
    treated.forEach(candidate -> stage.feishu().script().next(Kind.SUBMIT, candidate, turn));
    start(
        Models.SUBMIT,
        all,
        candidate ->
            treated.contains(candidate) ? expectation.apply(candidate) : Run.delivered(candidate));
    return treated;
  }

  /**
   * Returns when a submission has gone well, and with it a row of doubts has ended: as long as that
   * lasts, a worker has fewer of them on their way.
   */
  void calm() {
    String candidate = start(Models.SUBMIT, 1, Run::delivered).getFirst();
    Waiting.until(() -> end(candidate) == End.SUBMITTED);
  }

  /** Starts an instance for each candidate. */
  List<String> start(String model, List<String> candidates, Function<String, Run> expectation) {
    for (int from = 0; from < candidates.size(); from += COMMANDS_AT_ONCE) {
      int to = Math.min(from + COMMANDS_AT_ONCE, candidates.size());
      Map<String, CamundaFuture<ProcessInstanceEvent>> starting = new LinkedHashMap<>();
      for (String candidate : candidates.subList(from, to)) {
        runs.add(expectation.apply(candidate));
        starting.put(candidate, start(model, candidate));
      }
      starting.forEach(
          (candidate, started) -> instances.put(candidate, started.join().getProcessInstanceKey()));
    }
    return candidates;
  }

  private CamundaFuture<ProcessInstanceEvent> start(String model, String candidate) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("website_id", candidate);
    variables.put("job_post_id", "7000000000000000003");
    variables.put("user_id", "7000000000000000004");
    variables.put("resume_file_id", "file-" + candidate);
    variables.put("external_id", "external-" + candidate);
    variables.put("email", "canary-" + candidate + "@faults.invalid");
    if (model.equals(Models.AWAIT)) {
      variables.put("task_id", candidate);
    }
    if (model.equals(Models.UPLOAD)) {
      variables.put("resume", Map.of("file_name", "canary.pdf", "content_base64", "JVBERi0x"));
    }
    return stage
        .broker()
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(model)
        .latestVersion()
        .variables(variables)
        .send();
  }

  List<String> start(String model, int count, Function<String, Run> expectation) {
    return start(model, candidates(count), expectation);
  }

  /** Whether something like this has been recorded about each of them. */
  boolean all(List<String> candidates, EngineEvent.Kind kind, String detail) {
    return candidates.stream().allMatch(candidate -> has(candidate, kind, detail));
  }

  private boolean has(String candidate, EngineEvent.Kind kind, String detail) {
    return events(candidate).stream()
        .anyMatch(event -> event.kind() == kind && event.detail().equals(detail));
  }

  End end(String candidate) {
    return oracle().end(candidate);
  }

  /** Returns when every candidate has come to a defined end. */
  Row settle(Duration atMost) {
    try {
      Awaitility.await()
          .atMost(atMost)
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                Oracle oracle = oracle();
                return runs.stream().noneMatch(run -> oracle.end(run.candidate()) == End.NONE);
              });
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      System.out.println(name + ": not everything came to an end in " + atMost);
    }
    return this;
  }

  /** Judges, puts the row into the table, and fails the test when a criterion is broken. */
  void verdict() {
    RowResult result = oracle().judge(name, runs);
    stage.results().add(result);
    assertThat(result.complaints()).as(name).isEmpty();
    assertThat(stage.records().leaks()).as("canaries in what the engine keeps").isEmpty();
    for (Worker worker : stage.workers()) {
      assertThat(worker.log()).as("log of %s", worker.name()).doesNotContain("canary");
      List<Instant> submissions =
          stage.feishu().requests().stream()
              .filter(request -> request.kind() == Kind.SUBMIT)
              .filter(request -> request.worker().equals(worker.name()))
              .filter(request -> instances.containsKey(request.key()))
              .map(Request::at)
              .toList();
      assertThat(Pace.most(submissions, Duration.ofSeconds(1)))
          .as("submissions of %s in a second", worker.name())
          .isLessThanOrEqualTo(50);
      assertThat(Pace.most(submissions, Duration.ofMinutes(1)))
          .as("submissions of %s in a minute", worker.name())
          .isLessThanOrEqualTo(1000);
    }
  }

  /** The open incident of a candidate. */
  EngineEvent incident(String candidate) {
    return events(candidate).stream()
        .filter(event -> event.kind() == EngineEvent.Kind.INCIDENT)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  List<EngineEvent> events(String candidate) {
    long instance = instance(candidate);
    return stage.records().events().stream().filter(event -> event.instance() == instance).toList();
  }

  /** What was recorded of those that came to this end, by instance. */
  Map<Long, List<EngineEvent>> eventsOf(End end) {
    Oracle oracle = oracle();
    Set<Long> wanted =
        runs.stream()
            .map(Run::candidate)
            .filter(candidate -> oracle.end(candidate) == end)
            .map(this::instance)
            .collect(Collectors.toSet());
    return stage.records().events().stream()
        .filter(event -> wanted.contains(event.instance()))
        .collect(Collectors.groupingBy(EngineEvent::instance));
  }

  private long instance(String candidate) {
    return Objects.requireNonNull(instances.get(candidate));
  }

  /** What a person does in Operate: sets the claim and retries the incident. */
  void resolve(String candidate, Map<String, Object> claim) {
    var client = stage.broker().client();
    EngineEvent incident = incident(candidate);
    if ("released".equals(claim.get("state"))) {
      stage.permissions().add(new Permission(candidate, Instant.now()));
    }
    client
        .newSetVariablesCommand(incident.elementInstance())
        .variables(Map.of("feishu_hire_submission", claim))
        .local(true)
        .send()
        .join();
    retry(candidate);
  }

  /** What a person does who thinks that the cause is gone. */
  void retry(String candidate) {
    var client = stage.broker().client();
    EngineEvent incident = incident(candidate);
    client.newUpdateRetriesCommand(incident.job()).retries(1).send().join();
    client.newResolveIncidentCommand(incident.key()).send().join();
  }

  void cancel(String candidate) {
    stage.broker().client().newCancelInstanceCommand(instance(candidate)).send().join();
  }

  private Oracle oracle() {
    return new Oracle(
        stage.records().events(), stage.feishu().submissions(), List.copyOf(stage.permissions()));
  }
}
