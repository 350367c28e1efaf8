package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
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
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.Strings;
import org.awaitility.Awaitility;

/** One row of the table: its process instances, what may become of them, and the verdict. */
final class Row {

  /** So many submissions a worker has on their way at once, and no more. */
  static final int AT_ONCE = 5;

  private static final int COMMANDS_AT_ONCE = 20;
  private static final String CANARY = "canary-";
  private static final String PDF = ".pdf";
  private static final Duration A_MOMENT = Duration.ofMillis(500);
  private static final Duration WINDOW = Duration.ofSeconds(5);

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Stage stage;
  private final String name;
  private final int number = NUMBERS.incrementAndGet();
  private final List<Run> runs = new ArrayList<>();
  private final Map<String, Long> instances = new HashMap<>();
  private final Duration ahead;
  private OptionalInt recovery = OptionalInt.empty();

  Row(Stage stage, String name) {
    this.stage = stage;
    this.name = name;
    this.ahead = stage.broker().ahead();
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
    return submit(Models.SUBMIT, count, turn, expectation);
  }

  List<String> submit(String model, int count, Turn turn, Function<String, Run> expectation) {
    List<String> candidates = candidates(count);
    candidates.forEach(candidate -> stage.feishu().script().next(Kind.SUBMIT, candidate, turn));
    return start(model, candidates, expectation);
  }

  /**
   * As {@link #submit}, and before each of them one that goes well: a worker leaves Feishu alone
   * after a few failures in a row.
   *
   * @return those that are treated like this
   */
  List<String> submitAmongOthers(int count, Turn turn, Function<String, Run> expectation) {
    return submitAmongOthers(Models.SUBMIT, count, turn, expectation);
  }

  List<String> submitAmongOthers(
      String model, int count, Turn turn, Function<String, Run> expectation) {
    List<String> all = candidates(2 * count);
    List<String> treated = IntStream.range(0, count).mapToObj(i -> all.get(2 * i + 1)).toList();
    treated.forEach(candidate -> stage.feishu().script().next(Kind.SUBMIT, candidate, turn));
    start(
        model,
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
        starting.put(candidate, start(model, variables(model, candidate)));
      }
      starting.forEach(
          (candidate, started) ->
              instances.put(candidate, started(started, model, variables(model, candidate))));
    }
    return candidates;
  }

  /** A broker that has too much to do has not started it. */
  private long started(
      CamundaFuture<ProcessInstanceEvent> first, String model, Map<String, Object> variables) {
    CamundaFuture<ProcessInstanceEvent> starting = first;
    while (true) {
      try {
        return starting.join().getProcessInstanceKey();
      } catch (ClientStatusException e) {
        if (e.getStatusCode() != Status.Code.RESOURCE_EXHAUSTED) {
          throw e;
        }
        Waiting.pass(A_MOMENT);
        starting = start(model, variables);
      }
    }
  }

  private CamundaFuture<ProcessInstanceEvent> start(String model, Map<String, Object> variables) {
    return stage
        .broker()
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(Models.id(model, stage.lane()))
        .latestVersion()
        .variables(variables)
        .send();
  }

  private static Map<String, Object> variables(String model, String candidate) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("website_id", candidate);
    variables.put("job_post_id", "7000000000000000003");
    variables.put("user_id", "7000000000000000004");
    variables.put("resume_file_id", "file-" + candidate);
    variables.put("external_id", "external-" + candidate);
    variables.put("email", email(candidate));
    if (model.equals(Models.AWAIT)) {
      variables.put("task_id", candidate);
    }
    if (model.equals(Models.UPLOAD)) {
      variables.put(
          "resume", Map.of("file_name", CANARY + candidate + PDF, "content_base64", "JVBERi0x"));
    }
    return variables;
  }

  /** By which Feishu knows the candidate. */
  static String email(String candidate) {
    return CANARY + candidate + "@faults.invalid";
  }

  List<String> start(String model, int count, Function<String, Run> expectation) {
    return start(model, candidates(count), expectation);
  }

  /** Starts one whose process has these variables too. */
  String start(String model, Map<String, Object> more, Function<String, Run> expectation) {
    String candidate = candidates(1).getFirst();
    runs.add(expectation.apply(candidate));
    Map<String, Object> variables = variables(model, candidate);
    variables.putAll(more);
    instances.put(candidate, started(start(model, variables), model, variables));
    return candidate;
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
    return settle(runs.stream().map(Run::candidate).toList(), atMost);
  }

  /** Returns when these have. */
  Row settle(List<String> candidates, Duration atMost) {
    try {
      Awaitility.await()
          .atMost(atMost)
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                Oracle oracle = oracle();
                return candidates.stream().noneMatch(one -> oracle.end(one) == End.NONE);
              });
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      System.out.println(name + ": not everything came to an end in " + atMost);
    }
    return this;
  }

  /**
   * When requests of this kind are at nine tenths of the rate again that the quota allows.
   *
   * @param back the end of the outage
   */
  void recovers(Instant back, Kind kind, String app, int rate) {
    int enough = (int) Math.ceil(0.9 * rate * WINDOW.toSeconds());
    recovery = Pace.secondsUntil(enough, WINDOW, times(kind, app), back);
  }

  /** When Feishu was sent such a request of this row, by this app. */
  List<Instant> times(Kind kind, String app) {
    return stage.feishu().requests().stream()
        .filter(request -> request.kind() == kind && request.app().equals(app))
        .filter(request -> instances.containsKey(candidate(request)))
        .map(Request::at)
        .toList();
  }

  /** Whom requests of this kind have been about since then, as often as they were. */
  List<String> candidatesOf(Kind kind, Instant since) {
    return stage.feishu().requests().stream()
        .filter(request -> request.kind() == kind && !request.at().isBefore(since))
        .map(Row::candidate)
        .toList();
  }

  /** Judges, and puts the row into the table. */
  RowResult judge() {
    RowResult result = oracle().judge(name, runs).recoveredAfter(recovery);
    stage.results().add(result);
    return result;
  }

  /** Judges, puts the row into the table, and fails the test when a criterion is broken. */
  RowResult verdict() {
    return verdict(judge());
  }

  /** Fails the test when a criterion is broken that holds for every row. */
  RowResult verdict(RowResult result) {
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
    return result;
  }

  /** The open incident of a candidate. */
  EngineEvent incident(String candidate) {
    return events(candidate).stream()
        .filter(event -> event.kind() == EngineEvent.Kind.INCIDENT)
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  List<EngineEvent> events(String candidate) {
    return stage.records().events(List.of(instance(candidate)));
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
    return stage.records().events(wanted).stream()
        .collect(Collectors.groupingBy(EngineEvent::instance));
  }

  /** The key of the candidate's process instance. */
  long instance(String candidate) {
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

  /** As if the submission in doubt had been sent so long ago; nobody waits that long here. */
  void makeOlder(String candidate, Duration by) {
    EngineEvent failed =
        events(candidate).stream()
            .filter(event -> event.kind() == EngineEvent.Kind.JOB_FAILED)
            .reduce((first, last) -> last)
            .orElseThrow();
    Map<String, Object> claim =
        Map.of("state", "sent", "attempt", 1, "at", Instant.now().minus(by).toString());
    stage
        .broker()
        .client()
        .newSetVariablesCommand(failed.elementInstance())
        .variables(Map.of("feishu_hire_submission", claim))
        .local(true)
        .send()
        .join();
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
        stage.records().events(instances.values()),
        stage.feishu().submissions(),
        List.copyOf(stage.permissions()),
        heard());
  }

  /** When Feishu was first asked about whom, by the engine's clock as it was at the beginning. */
  private Map<String, Instant> heard() {
    return stage.feishu().heads().stream()
        .collect(
            Collectors.toMap(
                Row::candidate, request -> request.at().plus(ahead), (first, second) -> first));
  }

  private static String candidate(Request request) {
    return Strings.CS.removeEnd(Strings.CS.removeStart(request.key(), CANARY), PDF);
  }
}
