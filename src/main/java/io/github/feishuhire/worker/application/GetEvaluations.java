package io.github.feishuhire.worker.application;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.interview.Evaluation;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.WholeList;
import java.util.Map;
import java.util.stream.Stream;

/** Get Evaluations: what those who were asked make of the resume of an application. */
public final class GetEvaluations {

  public static final Task TASK =
      Task.named("Get Evaluations", Endpoint.LIST_EVALUATIONS, Capacity.OF_A_MINUTE)
          .takes(APPLICATION_ID)
          .gives(
              "evaluations",
              """
              [{"id":"6960663240925956801","stage_id":"6960663240925956402",\
              "evaluator_id":"ou_84aad35d084aa403a838cf73ee18467a","submitted":true,\
              "conclusion":"passed","content":"…","create_time":"2026-11-03T02:00:00Z",\
              "update_time":"2026-11-03T06:00:00Z"}]""")
          .endsWith(APPLICATION_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/evaluation/list")
          .drawn(
              """
              <path d='M3 2.5h8.5L14 5v10.5H3z' fill='#fff'/>\
              <path d='M5.6 9.6l2.3 2.3 4-4.6' fill='none' stroke='#ffb84d' stroke-width='1.9' stroke-linecap='round' stroke-linejoin='round'/>""");

  private static final WholeList LIST = new WholeList(TASK);

  private record Request(String applicationId) {}

  private GetEvaluations() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        inputs -> new Request(inputs.id(APPLICATION_ID)),
        (request, context) ->
            LIST.read(
                context.hire().evaluations().of(request.applicationId()),
                GetEvaluations::item,
                context));
  }

  private static Stream<Map<String, Object>> item(Evaluation evaluation) {
    return Stream.of(
        new Members()
            .with("id", evaluation.id())
            .with("stage_id", evaluation.stageId())
            .with("evaluator_id", evaluation.evaluatorId())
            .with("submitted", evaluation.submitted())
            .with("conclusion", Members.word(evaluation.conclusion()))
            .with("content", evaluation.content())
            .with("create_time", Members.text(evaluation.created()))
            .with("update_time", Members.text(evaluation.updated()))
            .map());
  }
}
