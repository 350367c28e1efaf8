package io.github.feishuhire.worker.application;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.Operation;

/** Get Application: in which stage an application is, and whether it goes on. */
public final class GetApplication {

  public static final Task TASK =
      Task.named("Get Application", Endpoint.GET_APPLICATION, Capacity.OF_A_MINUTE)
          .takes(APPLICATION_ID)
          .gives(ApplicationResult.VARIABLE, ApplicationResult.EXAMPLE)
          .endsWith(APPLICATION_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get")
          .drawn(
              """
              <circle cx='7' cy='6' r='2.6' fill='#fff'/>\
              <path d='M2.5 14.5c0-3 2-4.8 4.5-4.8s4.5 1.8 4.5 4.8z' fill='#fff'/>\
              <circle cx='13' cy='6.6' r='2.3' fill='none' stroke='#ffb84d' stroke-width='1.6'/>\
              <path d='M14.6 8.3l1.7 1.8' stroke='#ffb84d' stroke-width='1.8' stroke-linecap='round'/>""");

  private record Request(String applicationId) {}

  private GetApplication() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        inputs -> new Request(inputs.id(APPLICATION_ID)),
        (request, context) ->
            ApplicationResult.completed(
                context.hire().applications().get(request.applicationId(), context.options())));
  }
}
