package io.github.feishuhire.worker.application;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.STAGE_NOT_ALLOWED;
import static io.github.feishuhire.worker.catalogue.ErrorCode.STAGE_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TALENT_LOCKED;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.application.Application;
import io.github.feishuhire.api.application.Applications;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.output.Pages;

/**
 * Move to Stage: moves an application within its hiring process. It looks first, because a job can
 * run twice, and Feishu does not say what becomes of a move to where an application is.
 */
public final class MoveToStage {

  static final Input STAGE =
      Input.entry("stage", Form.TEXT, "interview")
          .in(Group.APPLICATION)
          .blamedFor(STAGE_NOT_FOUND, STAGE_NOT_ALLOWED);

  public static final Task TASK =
      Task.named("Move to Stage", Endpoint.TRANSFER_STAGE, Capacity.OF_A_MINUTE)
          .takes(APPLICATION_ID, STAGE)
          .gives(ApplicationResult.VARIABLE, ApplicationResult.EXAMPLE)
          .endsWith(APPLICATION_NOT_FOUND, STAGE_NOT_FOUND, STAGE_NOT_ALLOWED, TALENT_LOCKED)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/transfer_stage")
          .drawn(
              """
              <circle cx='4' cy='9' r='2.2' fill='#fff'/>\
              <path d='M7.5 9h6M11 5.8L14.4 9 11 12.2' fill='none' stroke='#ffb84d' stroke-width='1.9' stroke-linecap='round' stroke-linejoin='round'/>\
              <path d='M16 4v10' stroke='#fff' stroke-width='1.6' stroke-linecap='round'/>""");

  private record Request(String applicationId, WantedStage stage) {}

  private MoveToStage() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, MoveToStage::bind, MoveToStage::run);
  }

  private static Request bind(Inputs inputs) {
    return new Request(inputs.id(APPLICATION_ID), new WantedStage(inputs.text(STAGE)));
  }

  private static Outcome run(Request request, JobContext context) {
    Applications applications = context.hire().applications();
    Application found = applications.get(request.applicationId(), context.nextOptions());
    if (request.stage().mayBe(found.stage())) {
      return ApplicationResult.completed(found);
    }
    applications.move(found.id(), target(request.stage(), found, context), context.nextOptions());
    return ApplicationResult.completed(applications.get(found.id(), context.nextOptions()));
  }

  private static String target(WantedStage wanted, Application application, JobContext context) {
    return wanted.isId()
        ? wanted.text()
        : wanted
            .among(Pages.all(context.hire().hiringProcesses().list(), context), application.stage())
            .id();
  }
}
