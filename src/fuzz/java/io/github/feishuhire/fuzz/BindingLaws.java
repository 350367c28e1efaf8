package io.github.feishuhire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.download.Downloads;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidHeaderException;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.job.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What holds for whatever variables and headers a job brings. */
final class BindingLaws {

  /** Part of many values; no text of ours has it. */
  static final String CANARY = "龘靐";

  static final List<Operation<?>> OPERATIONS =
      Operations.all(
          new DocumentStore(CamundaClient.newClient(), Downloads.trusted(null), true),
          new WebFiles(Downloads.untrusted(List.of())));

  private BindingLaws() {}

  /** In every operation; throws when a law is broken. */
  static void check(String variables) {
    Inputs inputs = Inputs.of(variables);
    for (Operation<?> operation : OPERATIONS) {
      try {
        Object input = operation.binding().bind(inputs);
        assertThat(input).isNotNull();
        if (isAboutACandidate(operation)) {
          assertThat(input.toString()).doesNotContain(CANARY);
        }
      } catch (InvalidInputException e) {
        assertThat(operation.task().takes(e.name().replaceFirst("\\..*", ""))).isTrue();
        Lines.of(e)
            .forEach(
                line -> {
                  Lines.check(line);
                  assertThat(line).doesNotContain(CANARY);
                });
      }
    }
  }

  private static boolean isAboutACandidate(Operation<?> operation) {
    return Stream.of("user_id", "external_id", "resume").anyMatch(operation.task()::takes);
  }

  /** Throws when a law is broken. */
  static void checkHeaders(Map<String, String> headers) {
    try {
      assertThat(TaskHeaders.of(headers).timeout()).isPositive();
    } catch (InvalidHeaderException e) {
      assertThat(headers).containsKey(e.name());
      Lines.check(e.allowed());
    }
  }
}
