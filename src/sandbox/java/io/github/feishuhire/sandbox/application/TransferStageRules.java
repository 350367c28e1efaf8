package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.time.InstantSource;

/**
 * Moves an application to a stage of its process. Assumptions: it cannot be moved to where it is,
 * nor after it was terminated; the tenant does not ask for an approved offer.
 */
public final class TransferStageRules implements Rules {

  private final Applications applications;
  private final InstantSource clock;

  public TransferStageRules(Applications applications, InstantSource clock) {
    this.applications = applications;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    String stageId = call.fields().requiredText("stage_id");
    JobApplication unused =
        applications.change(
            call.parameter("application_id"),
            one -> one.with(one.progress().movedTo(target(one, stageId), clock.instant())));
    return Reply.success(Reply.object());
  }

  private static Stage target(JobApplication application, String stageId) {
    Stage target =
        JobProcess.stage(stageId).orElseThrow(() -> new Refusal(ErrorCode.STAGE_NOT_FOUND));
    if (application.locked()) {
      throw new Refusal(ErrorCode.TALENT_LOCKED);
    }
    if (application.stage().isOnboarded()) {
      throw new Refusal(ErrorCode.STAGE_FINAL);
    }
    if (!application.isActive()) {
      throw new Refusal(ErrorCode.TRANSFER_FAILED);
    }
    boolean elsewhere = !application.progress().process().stages().contains(target);
    if (elsewhere || target.isOnboarded() || target.equals(application.stage())) {
      throw new Refusal(ErrorCode.STAGE_NOT_ALLOWED);
    }
    return target;
  }
}
