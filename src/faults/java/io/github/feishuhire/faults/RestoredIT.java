package io.github.feishuhire.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.faults.engine.Gateway;
import io.github.feishuhire.faults.engine.Program;
import io.github.feishuhire.faults.engine.Records;
import io.github.feishuhire.faults.engine.Worker;
import io.github.feishuhire.faults.oracle.Oracle;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.engine.Broker;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Submission;
import io.github.feishuhire.testbed.feishu.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A broker's data are restored from a copy made under load: Feishu knows of more than they do. */
final class RestoredIT {

  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(61);

  private final Size size = Size.configured();
  private final Path folder = Stage.FOLDER.resolve("restored-" + size.seed());
  private final Path backup = folder.resolve("backup");
  private final List<String> candidates =
      IntStream.range(0, size.of(60, 600)).mapToObj(i -> "candidate" + i).toList();
  private final Map<String, Long> instances = new HashMap<>();
  private final StandIn feishu = new StandIn();

  /**
   * What became of the earlier process instances.
   *
   * @param again those that were submitted once more, and nobody was asked
   * @param doubts those that a person is asked about
   */
  private record Outcome(long again, long doubts) {}

  @Test
  void nothingIsSubmittedTwiceWhereTheWorkerKnowsOfIt() throws IOException {
    try (feishu) {
      feishu.script().always(Kind.SUBMIT, Turn.late(Duration.ofMillis(300)));
      copiedUnderLoad();

      Outcome told = restored("told", key -> Map.of("FEISHU_DOUBT_PROCESS_INSTANCES_BELOW", key));
      Outcome untold = restored("untold", key -> Map.of());

      System.out.printf(
          "restored from a copy made under load, %d process instances: %d submitted twice and %d"
              + " doubts with the setting, %d and %d without%n",
          candidates.size(), told.again(), told.doubts(), untold.again(), untold.doubts());
      assertThat(told.again()).isZero();
      assertThat(untold.again()).as("without the setting").isPositive();
      assertThat(told.doubts()).isEqualTo(untold.again() + untold.doubts());
    }
  }

  /** Returns when each has been submitted once, most of them after the copy. */
  private void copiedUnderLoad() throws IOException {
    try (Broker broker = broker("live")) {
      broker.start();
      deploy(broker);
      candidates.forEach(candidate -> instances.put(candidate, start(broker, candidate)));
      try (Worker worker = worker(broker, "before", Map.of())) {
        worker.awaitReady().gateway().giveJobs();
        Waiting.until(() -> feishu.submissions().size() >= candidates.size() / 4);
        broker.pause();
        FileSystemUtils.copyRecursively(broker.data(), backup);
        broker.resume();
        Records records = new Records(broker);
        Waiting.until(() -> ends(records).values().stream().allMatch(End.SUBMITTED::equals));
      }
      assertThat(times()).hasSize(candidates.size()).containsValues(1L).doesNotContainValue(2L);
    }
  }

  /** Plays it from the copy on; a process instance that begins then is served as ever. */
  private Outcome restored(String name, Function<String, Map<String, String>> settings)
      throws IOException {
    Map<String, Long> before = times();
    try (Broker broker = broker(name)) {
      FileSystemUtils.copyRecursively(backup, broker.data());
      broker.start();
      broker.moveClock(LONGER_THAN_A_LEASE); // of a worker that there no longer is
      long first = start(broker, name);
      Records records = new Records(broker);
      try (Worker worker = worker(broker, name, settings.apply(String.valueOf(first)))) {
        worker.awaitReady().gateway().giveJobs();
        Waiting.until(() -> !ends(records).containsValue(End.NONE) && times().containsKey(name));
      }
      Map<String, Long> after = times();
      return new Outcome(
          candidates.stream()
              .mapToLong(one -> after.getOrDefault(one, 0L) - before.getOrDefault(one, 0L))
              .sum(),
          ends(records).values().stream().filter(End.INCIDENT::equals).count());
    }
  }

  private Broker broker(String name) {
    return new Broker(
        Stage.FOLDER.resolveSibling("broker/camunda-zeebe-8.6.0"), folder.resolve(name));
  }

  private Worker worker(Broker broker, String name, Map<String, String> settings) {
    return Worker.start(
        name,
        Program.connector(Stage.FOLDER.resolveSibling("feishu-hire-connector.jar")),
        folder,
        new Gateway(broker.port()),
        feishu,
        List.of(),
        settings);
  }

  private static void deploy(Broker broker) {
    for (var model : Models.all()) {
      broker.client().newDeployResourceCommand().addProcessModel(model, "model.bpmn").send().join();
    }
  }

  private static long start(Broker broker, String candidate) {
    return broker
        .client()
        .newCreateInstanceCommand()
        .bpmnProcessId(Models.SUBMIT)
        .latestVersion()
        .variables(
            Map.of(
                "website_id", candidate,
                "job_post_id", "7000000000000000003",
                "user_id", "7000000000000000004",
                "resume_file_id", "7000000000000000005"))
        .send()
        .join()
        .getProcessInstanceKey();
  }

  /** How often each has been submitted. */
  private Map<String, Long> times() {
    return feishu.submissions().stream()
        .collect(Collectors.groupingBy(Submission::candidate, Collectors.counting()));
  }

  /** Where the earlier process instances are. */
  private Map<String, End> ends(Records records) {
    Oracle oracle = new Oracle(records.events(instances.values()), List.of(), List.of(), Map.of());
    return candidates.stream().collect(Collectors.toMap(one -> one, oracle::end));
  }
}
