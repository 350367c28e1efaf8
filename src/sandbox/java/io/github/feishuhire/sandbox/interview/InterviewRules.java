package io.github.feishuhire.sandbox.interview;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/**
 * Lists the interviews of an application; it looks at nothing else that can be asked for.
 * Assumption: of an application that is not there the list is empty.
 */
public final class InterviewRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 100);

  private final Assessments assessments;

  public InterviewRules(Assessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public Reply answer(Call call) {
    String applicationId =
        call.queried("application_id")
            .filter(id -> !id.isEmpty())
            .orElseThrow(
                () -> new Refusal(ErrorCode.PARAMETER_ERROR, "application_id is required here"));
    return Reply.success(PAGING.page(call, assessments.interviews(applicationId)));
  }
}
