package io.github.feishuhire.drift;

import static java.util.stream.Collectors.toMap;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Output;
import io.github.feishuhire.worker.job.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The operations of the code, by their job types; none of them is ever run here. */
final class Catalogue {

  private static final CamundaClient UNUSED = CamundaClient.newClient();

  static final Map<String, Operation<?>> OPERATIONS =
      Operations.all(
              new DocumentStore(UNUSED, Downloads.trusted(null), true),
              new WebFiles(Downloads.untrusted(List.of())))
          .stream()
          .collect(toMap(operation -> operation.task().jobType(), operation -> operation));

  private Catalogue() {}

  /** What a task hands over: its output, and what is known instead of it after a doubt. */
  static List<String> given(Operation<?> operation) {
    Output output = operation.task().output();
    String whole = "=" + output.name();
    return output.instead() == null
        ? List.of(whole)
        : List.of(
            whole, "=if %s = null then %s else null".formatted(output.name(), output.instead()));
  }

  /**
   * The variables that a task maps: its inputs, and to nothing what would otherwise be taken from
   * the process as a submission that was made before.
   */
  static List<String> mapped(Operation<?> operation) {
    Stream<String> inputs = operation.task().inputs().stream().map(Input::name);
    return operation.task().isRepeatable()
        ? inputs.toList()
        : Stream.concat(inputs, Stream.of("feishu_hire_submission")).toList();
  }
}
