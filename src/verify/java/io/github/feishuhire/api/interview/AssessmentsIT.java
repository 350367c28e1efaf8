package io.github.feishuhire.api.interview;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listings;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Delivered;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interviews and evaluations. */
final class AssessmentsIT {

  private static final String INTERVIEWER = "ou_84aad35d084aa403a838cf73ee18467a";

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withTaskDuration(Duration.ZERO));
  private final FeishuHire hire =
      new FeishuHire(
          Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system());

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void readsInterviewsAndTheirRecords() {
    JobApplication application = application();
    sandbox
        .assessments()
        .interview(application, io.github.feishuhire.sandbox.interview.Conclusion.PASSED);
    sandbox
        .assessments()
        .interview(application, io.github.feishuhire.sandbox.interview.Conclusion.NOT_STARTED);

    List<Interview> interviews = Listings.all(hire.interviews().of(application.id()));

    assertThat(sandbox.requests(Api.LIST_INTERVIEWS).getFirst().query())
        .isEqualTo(Map.of("application_id", application.id(), "page_size", "100"));
    assertThat(interviews)
        .extracting(Interview::result)
        .containsExactly(InterviewResult.PASSED, InterviewResult.NOT_STARTED);
    Interview first = interviews.getFirst();
    assertThat(first.round()).isEqualTo(1);
    assertThat(first.stageId()).isEqualTo(application.stage().id());
    assertThat(Duration.between(first.begin(), first.end())).isEqualTo(Duration.ofHours(1));
    assertThat(first.records())
        .containsExactly(
            new Interview.Feedback(INTERVIEWER, true, Conclusion.PASSED, "沟通清晰，项目经验扎实。"));
    assertThat(interviews.getLast().records())
        .containsExactly(new Interview.Feedback(INTERVIEWER, false, Conclusion.NOT_STARTED, null));
  }

  @ParameterizedTest
  @CsvSource({
    "2, NOT_STARTED",
    "3, NOT_EVALUATED",
    "4, PASSED",
    "5, FAILED",
    "6, ABSENT",
    "7, PARTLY_EVALUATED",
    "9, PARTLY_EVALUATED",
    "10, MIXED",
    "14, PARTLY_EVALUATED",
    "15, MIXED",
    "17, PENDING",
    "18, MIXED",
    "19, ",
  })
  void saysInAWordWhatAllConcludeTogether(int summary, InterviewResult result) {
    sandbox.next(
        Api.LIST_INTERVIEWS,
        Fault.body(
            200,
            "application/json",
            ByteString.encodeUtf8(
                "{\"code\":0,\"data\":{\"items\":[{\"id\":\"1\",\"interview_round_summary\":%d}]}}"
                    .formatted(summary))));

    assertThat(Listings.all(hire.interviews().of("1")).getFirst().result()).isEqualTo(result);
  }

  @Test
  void readsEvaluations() {
    JobApplication application = application();
    sandbox
        .assessments()
        .evaluate(application, io.github.feishuhire.sandbox.interview.Conclusion.FAILED);
    sandbox
        .assessments()
        .evaluate(application, io.github.feishuhire.sandbox.interview.Conclusion.NOT_SUBMITTED);

    List<Evaluation> evaluations = Listings.all(hire.evaluations().of(application.id()));

    assertThat(evaluations)
        .extracting(Evaluation::conclusion)
        .containsExactly(Conclusion.FAILED, null);
    assertThat(evaluations).extracting(Evaluation::submitted).containsExactly(true, false);
    assertThat(evaluations.getFirst().content()).isEqualTo("匹配度高，建议面试。");
    assertThat(evaluations.getFirst().created()).isNotNull();
  }

  private JobApplication application() {
    return sandbox.hiring().require(Delivered.to(hire, sandbox).id());
  }
}
