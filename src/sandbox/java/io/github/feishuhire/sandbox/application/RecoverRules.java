package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.time.InstantSource;

/** Takes the end of an application back. */
public final class RecoverRules implements Rules {

  private final Applications applications;
  private final InstantSource clock;

  public RecoverRules(Applications applications, InstantSource clock) {
    this.applications = applications;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    JobApplication unused = applications.change(call.parameter("application_id"), this::recovered);
    return Reply.success(Reply.object());
  }

  private JobApplication recovered(JobApplication application) {
    if (application.isActive()) {
      throw new Refusal(ErrorCode.NOT_TERMINATED);
    }
    if (applications.isOnboarded(application.talentId())) {
      throw new Refusal(ErrorCode.TALENT_ONBOARDED);
    }
    if (application.locked()) {
      throw new Refusal(ErrorCode.TALENT_LOCKED);
    }
    if (applications.active(application.talentId(), application.jobId()).isPresent()) {
      throw new Refusal(ErrorCode.REPEAT_APPLICATION);
    }
    return application.with(application.progress().recovered(clock.instant()));
  }
}
