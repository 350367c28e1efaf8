package io.github.feishuhire.camunda;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.github.feishuhire.demo.Candidate;
import io.github.feishuhire.demo.Round;
import io.github.feishuhire.demo.Run;
import io.github.feishuhire.process.Recruiter;
import io.github.feishuhire.words.Language;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Sends the candidates of the demo, and plays the recruiter for those who are sent first. */
final class Candidates {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** How much later than the engine Operate may be with the last of what it shows. */
  private static final Duration DELAY = Duration.ofSeconds(30);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final CamundaClient client;
  private final WebApi api;
  private final Operate operate;
  private final String process;
  private final Set<Long> instances = new HashSet<>();
  private final Set<Long> answered = new HashSet<>();

  Candidates(CamundaClient client, WebApi api, Language language) {
    this.client = client;
    this.api = api;
    this.operate = new Operate(api);
    this.process = language == Language.EN ? "hire-candidate" : "hire-candidate-" + language;
  }

  /** Returns when all have come to an end or to an incident, and Operate shows it. */
  Round sendAndScreen() throws IOException, InterruptedException {
    Round round =
        new Round(Candidate.untilDelivered(), candidate -> start(candidate, 0), Duration.ZERO);
    Instant limit = Instant.now().plus(PATIENCE);
    while (!round.isAsExpected() && Instant.now().isBefore(limit)) {
      if (round.isOver() && limit.isAfter(Instant.now().plus(DELAY))) {
        limit = Instant.now().plus(DELAY);
      }
      round.advance(Instant.now());
      screen();
      for (long instance : instances) {
        operate.look(instance);
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    return round;
  }

  /** The same once more, for a person to work with. */
  void sendForPerson() {
    new Round(Candidate.untilDelivered(), candidate -> start(candidate, 1), Duration.ZERO)
        .advance(Instant.now());
  }

  private Run start(Candidate candidate, int round) {
    long instance =
        client
            .newCreateInstanceCommand()
            .bpmnProcessId(process)
            .latestVersion()
            .variables(candidate.variables(round))
            .send()
            .join()
            .getProcessInstanceKey();
    if (round == 0) {
      instances.add(instance);
    }
    return new Run(candidate, instance, operate::instance);
  }

  private void screen() throws IOException, InterruptedException {
    for (JsonNode task : api.openTasks()) {
      long key = task.path("id").asLong();
      if (instances.contains(task.path("processInstanceKey").asLong()) && answered.add(key)) {
        String element = task.path("taskDefinitionId").asText();
        client
            .newCompleteUserTaskCommand(key)
            .variables(Recruiter.answer(element, Map.of()))
            .send()
            .join();
      }
    }
  }
}
