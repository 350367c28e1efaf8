package io.github.feishuhire.sandbox.application;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lists the ids of applications; it does not look at {@code lock_status}. */
public final class ListApplicationRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 200);

  private final Applications applications;

  public ListApplicationRules(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Reply answer(Call call) {
    Predicate<JobApplication> wanted =
        is(call, "talent_id", JobApplication::talentId)
            .and(is(call, "job_id", JobApplication::jobId))
            .and(is(call, "stage_id", one -> one.stage().id()))
            .and(is(call, "process_id", one -> one.progress().process().id()))
            .and(activity(call))
            .and(within(call));
    return Reply.success(
        PAGING.page(
            call,
            applications.shown().stream()
                .filter(wanted)
                .map(one -> TextNode.valueOf(one.id()))
                .toList()));
  }

  private static Predicate<JobApplication> is(
      Call call, String parameter, Function<JobApplication, String> value) {
    Optional<String> asked = given(call, parameter);
    return one -> asked.isEmpty() || asked.get().equals(value.apply(one));
  }

  private static Predicate<JobApplication> activity(Call call) {
    return switch (given(call, "active_status").orElse("3")) {
      case "1" -> JobApplication::isActive;
      case "2" -> one -> !one.isActive();
      case "3" -> one -> true;
      default -> throw new Refusal(ErrorCode.PARAMETER_ERROR, "active_status must be 1, 2 or 3");
    };
  }

  private static Predicate<JobApplication> within(Call call) {
    long from = millis(call, "update_start_time", 0);
    long to = millis(call, "update_end_time", Long.MAX_VALUE);
    return one -> {
      long updated = one.progress().modified().toEpochMilli();
      return from <= updated && updated <= to;
    };
  }

  private static long millis(Call call, String parameter, long otherwise) {
    String text = given(call, parameter).orElse(String.valueOf(otherwise));
    if (!text.matches("\\d{1,19}")) {
      throw new Refusal(ErrorCode.PARAMETER_ERROR, parameter + " must be a time in milliseconds");
    }
    return Long.parseLong(text);
  }

  private static Optional<String> given(Call call, String parameter) {
    return call.queried(parameter).filter(text -> !text.isEmpty());
  }
}
