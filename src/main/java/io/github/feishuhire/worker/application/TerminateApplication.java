package io.github.feishuhire.worker.application;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.application.Application;
import io.github.feishuhire.api.application.Applications;
import io.github.feishuhire.api.application.Termination;
import io.github.feishuhire.api.application.TerminationReason;
import io.github.feishuhire.api.application.TerminationType;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.output.Pages;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terminate Application: ends an application; one that has ended stays as it is. */
public final class TerminateApplication {

  private static final Input TYPE =
      Input.of("termination_type", new Kind.Choice(List.of("1", "22", "27"))).in(Group.APPLICATION);

  private static final Input REASONS =
      Input.entry("termination_reason_list", Form.TEXT, "经验不符")
          .in(Group.APPLICATION)
          .toggled("withReasons");

  private static final Input NOTE =
      Input.entry("termination_reason_note", Form.TEXT, "期望薪资高于预算")
          .in(Group.APPLICATION)
          .toggled("withNote");

  public static final Task TASK =
      Task.named("Terminate Application", Endpoint.TERMINATE_APPLICATION, Capacity.OF_A_SECOND)
          .takes(APPLICATION_ID, TYPE, REASONS, NOTE)
          .gives(ApplicationResult.VARIABLE, ApplicationResult.EXAMPLE)
          .endsWith(APPLICATION_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/terminate")
          .drawn(
              """
              <circle cx='7' cy='6' r='2.6' fill='#fff'/>\
              <path d='M2.5 14.5c0-3 2-4.8 4.5-4.8s4.5 1.8 4.5 4.8z' fill='#fff'/>\
              <path d='M12 4.6l4 4M16 4.6l-4 4' stroke='#ffb84d' stroke-width='1.9' stroke-linecap='round'/>""");

  private static final Pattern ID = Pattern.compile("[0-9]{10,}");

  private record Request(
      String applicationId,
      TerminationType type,
      @Nullable List<String> reasons,
      @Nullable String note) {

    @Override
    public String toString() {
      return "Request[" + applicationId + "]";
    }
  }

  private TerminateApplication() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, TerminateApplication::bind, TerminateApplication::run);
  }

  private static Request bind(Inputs inputs) {
    return new Request(
        inputs.id(APPLICATION_ID),
        type(inputs.optionalTextOrWholeNumber(TYPE)),
        inputs.optionalTexts(REASONS),
        inputs.optionalText(NOTE));
  }

  /** Who has ended it is part of what is told, so nothing is taken for granted. */
  private static TerminationType type(@Nullable String text) {
    if (text == null) {
      throw new InvalidInputException(TYPE.name(), Problem.MISSING);
    }
    return Stream.of(TerminationType.values())
        .filter(type -> text.equals(String.valueOf(type.number())) || text.equals(type.word()))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException(TYPE.name(), Problem.UNKNOWN_TERMINATION_TYPE));
  }

  private static Outcome run(Request request, JobContext context) {
    Applications applications = context.hire().applications();
    Application found = applications.get(request.applicationId(), context.nextOptions());
    if (!found.active()) {
      return ApplicationResult.completed(found);
    }
    Termination how = new Termination(request.type(), reasonIds(request, context), request.note());
    applications.terminate(found.id(), how, context.nextOptions());
    return ApplicationResult.completed(applications.get(found.id(), context.nextOptions()));
  }

  private static List<String> reasonIds(Request request, JobContext context) {
    List<String> wanted = Objects.requireNonNullElse(request.reasons(), List.<String>of());
    if (wanted.stream().allMatch(text -> ID.matcher(text).matches())) {
      return wanted;
    }
    List<TerminationReason> known =
        Pages.all(context.hire().terminationReasons().list(), context).stream()
            .filter(TerminationReason::active)
            .toList();
    return wanted.stream().map(text -> reasonId(text, request.type(), known)).toList();
  }

  /** Reasons of different types can have the same name; that of the type is meant. */
  private static String reasonId(
      String wanted, TerminationType type, List<TerminationReason> known) {
    return known.stream()
        .filter(
            reason ->
                wanted.equals(reason.id())
                    || (reason.type() == type
                        && (wanted.equalsIgnoreCase(reason.zhName())
                            || wanted.equalsIgnoreCase(reason.enName()))))
        .map(TerminationReason::id)
        .findFirst()
        .orElseThrow(
            () -> new InvalidInputException(REASONS.name(), Problem.UNKNOWN_TERMINATION_REASON));
  }
}
