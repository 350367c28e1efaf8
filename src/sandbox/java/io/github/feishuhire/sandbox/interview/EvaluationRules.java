package io.github.feishuhire.sandbox.interview;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Lists the evaluations of an application, and no others. */
public final class EvaluationRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 100);

  private final Assessments assessments;

  public EvaluationRules(Assessments assessments) {
    this.assessments = assessments;
  }

  @Override
  public Reply answer(Call call) {
    String applicationId = call.queried("application_id").orElse("");
    return Reply.success(PAGING.page(call, assessments.evaluations(applicationId)));
  }
}
