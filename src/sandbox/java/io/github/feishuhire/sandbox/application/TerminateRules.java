package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.time.InstantSource;
import java.util.List;

/** Ends an application. Assumption: a reason has to be one in use that is of the type. */
public final class TerminateRules implements Rules {

  private final Applications applications;
  private final InstantSource clock;

  public TerminateRules(Applications applications, InstantSource clock) {
    this.applications = applications;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    Fields fields = call.fields();
    int type = fields.requiredInteger("termination_type");
    List<String> reasons = fields.texts("termination_reason_list");
    if (!TerminationReason.TYPES.contains(type)) {
      throw fields.refused("termination_type", "must be 1, 22 or 27");
    }
    if (!reasons.stream().allMatch(id -> isReason(id, type))) {
      throw fields.refused("termination_reason_list", "has none of the reasons of the type");
    }
    var termination =
        new Termination(type, reasons, fields.text("termination_reason_note").orElse(""));
    JobApplication unused =
        applications.change(
            call.parameter("application_id"),
            one -> {
              if (!one.isActive()) {
                throw new Refusal(ErrorCode.ALREADY_TERMINATED);
              }
              return one.with(one.progress().ended(termination, clock.instant()));
            });
    return Reply.success(Reply.object());
  }

  private static boolean isReason(String id, int type) {
    return TerminationReason.ALL.stream()
        .anyMatch(reason -> reason.id().equals(id) && reason.type() == type && reason.active());
  }
}
