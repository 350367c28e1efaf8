package io.github.feishuhire.worker.application;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.offer.Offer;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.output.Members;
import java.util.Map;
import java.util.Objects;

/** Get Offer: how far the offer of an application is, and nothing of what is offered. */
public final class GetOffer {

  public static final Task TASK =
      Task.named("Get Offer", Endpoint.GET_APPLICATION_OFFER, Capacity.OF_A_SECOND)
          .takes(APPLICATION_ID)
          .gives(
              "offer",
              """
              {"id":"7016605170635213100","status":"accepted","onboard_date":"2027-01-04"}""")
          .endsWith(APPLICATION_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/offer")
          .drawn(
              """
              <path d='M2.5 5h13v9h-13z' fill='#fff'/>\
              <path d='M2.5 5.5L9 10.4l6.5-4.9' fill='none' stroke='#0b6e75' stroke-width='1.3'/>\
              <circle cx='13.6' cy='12.6' r='3' fill='#ffb84d'/>\
              <path d='M12.3 12.6l1 1 1.7-2' fill='none' stroke='#0b6e75' stroke-width='1.1'/>""");

  private static final String NO_OFFER = "none";
  private static final String NOT_DOCUMENTED = "unknown";

  private record Request(String applicationId) {}

  private GetOffer() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, inputs -> new Request(inputs.id(APPLICATION_ID)), GetOffer::run);
  }

  /** There is always a status, so that a gateway need not look for one. */
  private static Outcome run(Request request, JobContext context) {
    Map<String, Object> offer =
        context
            .hire()
            .offers()
            .ofApplication(request.applicationId(), context.options())
            .map(GetOffer::members)
            .orElse(Map.of("status", NO_OFFER));
    return new Outcome.Completed(Map.of(TASK.output().name(), offer));
  }

  private static Map<String, Object> members(Offer offer) {
    return new Members()
        .with("id", offer.id())
        .with("status", Objects.requireNonNullElse(Members.word(offer.status()), NOT_DOCUMENTED))
        .with("onboard_date", offer.onboardDate())
        .map();
  }
}
