package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.faults.Models;
import io.github.feishuhire.faults.engine.EngineRecord;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.Oracle;
import io.github.feishuhire.faults.oracle.RowResult;
import io.github.feishuhire.faults.oracle.Run;
import io.github.feishuhire.faults.oracle.Run.Doubt;
import io.github.feishuhire.faults.oracle.Run.End;
import io.github.feishuhire.testbed.feishu.Gate;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Request;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import io.github.feishuhire.testbed.feishu.Wires;
import io.github.feishuhire.worker.Workers;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The campaign's promise on the embedded engine, in seconds: the same stand-in, the same oracle. A
 * worker does not die here, it is cut off from the engine in the middle of a submission.
 */
final class SmallCampaignIT {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(61);

  private final ZeebeTestEngine engine = EmbeddedEngine.create();
  private final StandIn feishu = new StandIn();
  private final List<Run> runs = new ArrayList<>();
  private CamundaClient client = connect();
  private Workers workers = workers(client, "first");

  @BeforeEach
  void start() {
    engine.start();
    workers.start();
    Models.all()
        .forEach(
            model ->
                client
                    .newDeployResourceCommand()
                    .addProcessModel(model, "model.bpmn")
                    .send()
                    .join());
  }

  @AfterEach
  void stop() {
    workers.stop(Duration.ofSeconds(5));
    client.close();
    engine.stop();
    feishu.close();
  }

  private CamundaClient connect() {
    return CamundaClient.newClientBuilder()
        .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
        .preferRestOverGrpc(false)
        .build();
  }

  private Workers workers(CamundaClient of, String name) {
    return TestWorkers.of(of, feishu.baseUrl(name), new FastTime(20));
  }

  @Test
  void nothingIsLostAndNothingIsSubmittedTwiceUnasked() {
    submit(3, Turn.usual(), Run::delivered);
    submit(3, Turn.refused(Wires.code(400, 1002011)), SmallCampaignIT::refused);
    for (Turn unclear :
        List.of(
            Turn.unclear(true, Wires.end()),
            Turn.unclear(false, Wires.reset()),
            Turn.unclear(true, Wires.truncatedJson()),
            Turn.unclear(true, Wires.html(502)))) {
      for (int i = 0;
          i < 3;
          i++) { // with one that goes well in between, so that Feishu is not down
        submit(1, unclear, doubted -> Run.doubted(doubted, 1));
        submit(1, Turn.usual(), Run::delivered);
      }
    }
    settle();

    cutOffInTheMiddle(3);

    RowResult result =
        new Oracle(events(), feishu.submissions(), List.of(), heard())
            .judge("embedded engine", runs);
    assertThat(result.complaints()).isEmpty();
    assertThat(result)
        .isEqualTo(
            new RowResult(
                "embedded engine",
                33,
                33,
                0,
                0,
                0,
                15,
                15,
                0,
                0,
                result.handedOutAgain(),
                OptionalInt.empty(),
                List.of()));
  }

  /** The first worker never hears Feishu's answer's way back to the engine; a second one comes. */
  private void cutOffInTheMiddle(int times) {
    Gate gate = new Gate();
    int before = feishu.submissions().size();
    submit(times, Turn.held(gate), doubted -> Run.doubted(doubted, 1));
    await().until(() -> feishu.submissions().size() == before + times);

    client.close();
    gate.open();
    client = connect();
    Workers cutOff = workers;
    workers = workers(client, "second");
    engine.increaseTime(LONGER_THAN_A_LEASE);
    workers.start();
    settle();
    cutOff.stop(Duration.ZERO);
  }

  private void submit(int times, Turn turn, Function<String, Run> expected) {
    for (int i = 0; i < times; i++) {
      String candidate = "candidate" + runs.size();
      feishu.script().next(Kind.SUBMIT, candidate, turn);
      client
          .newCreateInstanceCommand()
          .bpmnProcessId(Models.SUBMIT)
          .latestVersion()
          .variables(
              Map.of(
                  "website_id", candidate,
                  "job_post_id", "6960663240925956636",
                  "user_id", "6960663240925956634",
                  "resume_file_id", "7095614894070434092"))
          .send()
          .join();
      runs.add(expected.apply(candidate));
    }
  }

  private static Run refused(String candidate) {
    return new Run(candidate, Set.of(End.BPMN_ERROR), 1, 1, Doubt.NONE);
  }

  private void settle() {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              Oracle oracle = new Oracle(events(), List.of(), List.of(), Map.of());
              return runs.stream().noneMatch(run -> oracle.end(run.candidate()) == End.NONE);
            });
  }

  private Map<String, Instant> heard() {
    return feishu.heads().stream()
        .collect(Collectors.toMap(Request::key, Request::at, (first, second) -> first));
  }

  private List<EngineEvent> events() {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(record -> record.getRecordType().name().equals("EVENT"))
        .flatMap(
            record -> {
              try {
                return EngineRecord.events(MAPPER.readTree(record.toJson())).stream();
              } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
              }
            })
        .toList();
  }
}
