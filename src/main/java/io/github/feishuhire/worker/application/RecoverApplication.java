package io.github.feishuhire.worker.application;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.DUPLICATE_APPLICATION;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TALENT_LOCKED;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TALENT_ONBOARDED;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.application.Application;
import io.github.feishuhire.api.application.Applications;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;

/** Recover Application: takes the end of an application back; one that goes on stays as it is. */
public final class RecoverApplication {

  public static final Task TASK =
      Task.named("Recover Application", Endpoint.RECOVER_APPLICATION, Capacity.OF_A_MINUTE)
          .takes(APPLICATION_ID)
          .gives(ApplicationResult.VARIABLE, ApplicationResult.EXAMPLE)
          .endsWith(APPLICATION_NOT_FOUND, DUPLICATE_APPLICATION, TALENT_LOCKED, TALENT_ONBOARDED)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/recover")
          .drawn(
              """
              <circle cx='7' cy='6' r='2.6' fill='#fff'/>\
              <path d='M2.5 14.5c0-3 2-4.8 4.5-4.8s4.5 1.8 4.5 4.8z' fill='#fff'/>\
              <path d='M11.6 7.2a2.6 2.6 0 1 0 .6-2.7M11.8 2.8l.3 2 2-.3' fill='none' stroke='#ffb84d' stroke-width='1.6' stroke-linecap='round' stroke-linejoin='round'/>""");

  private record Request(String applicationId) {}

  private RecoverApplication() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK, inputs -> new Request(inputs.id(APPLICATION_ID)), RecoverApplication::run);
  }

  private static Outcome run(Request request, JobContext context) {
    Applications applications = context.hire().applications();
    Application found = applications.get(request.applicationId(), context.nextOptions());
    if (found.active()) {
      return ApplicationResult.completed(found);
    }
    applications.recover(found.id(), context.nextOptions());
    return ApplicationResult.completed(applications.get(found.id(), context.nextOptions()));
  }
}
