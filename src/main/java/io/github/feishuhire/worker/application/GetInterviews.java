package io.github.feishuhire.worker.application;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.interview.Interview;
import io.github.feishuhire.api.interview.InterviewResult;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.WholeList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Get Interviews: the interviews of an application, with what each interviewer concludes. */
public final class GetInterviews {

  public static final Task TASK =
      Task.named("Get Interviews", Endpoint.LIST_INTERVIEWS, Capacity.OF_A_SECOND)
          .takes(APPLICATION_ID)
          .gives(
              "interviews",
              """
              [{"id":"6960663240925956701","round":1,"stage_id":"6960663240925956403",\
              "begin_time":"2026-11-05T03:00:00Z","end_time":"2026-11-05T04:00:00Z",\
              "result":"passed","records":[{"interviewer_id":"ou_84aad35d084aa403a838cf73ee18467a",\
              "submitted":true,"conclusion":"passed","content":"…"}]}]""")
          .endsWith(APPLICATION_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/interview/list")
          .drawn(
              """
              <path d='M2.5 3h9v6.5H6.4L4 11.8V9.5H2.5z' fill='#fff'/>\
              <path d='M13 6.5h2.5V13H14v2.2L11.6 13H7v-2h6z' fill='#ffb84d'/>""");

  private static final WholeList LIST = new WholeList(TASK);

  private record Request(String applicationId) {}

  private GetInterviews() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        inputs -> new Request(inputs.id(APPLICATION_ID)),
        (request, context) ->
            LIST.read(
                context.hire().interviews().of(request.applicationId()),
                GetInterviews::item,
                context));
  }

  private static Stream<Map<String, Object>> item(Interview interview) {
    return Stream.of(
        new Members()
            .with("id", interview.id())
            .with("round", interview.round())
            .with("stage_id", interview.stageId())
            .with("begin_time", Members.text(interview.begin()))
            .with("end_time", Members.text(interview.end()))
            .with("result", word(interview.result()))
            .with("records", interview.records().stream().map(GetInterviews::entry).toList())
            .map());
  }

  private static Map<String, Object> entry(Interview.Feedback entry) {
    return new Members()
        .with("interviewer_id", entry.interviewerId())
        .with("submitted", entry.submitted())
        .with("conclusion", Members.word(entry.conclusion()))
        .with("content", entry.content())
        .map();
  }

  private static @Nullable String word(@Nullable InterviewResult result) {
    return result == null ? null : result.name().toLowerCase(Locale.ROOT);
  }
}
