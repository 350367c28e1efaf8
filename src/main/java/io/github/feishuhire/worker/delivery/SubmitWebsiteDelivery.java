package io.github.feishuhire.worker.delivery;

import static io.github.feishuhire.worker.catalogue.CommonInputs.CHANNEL_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.EMAIL;
import static io.github.feishuhire.worker.catalogue.CommonInputs.JOB_POST_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.MOBILE;
import static io.github.feishuhire.worker.catalogue.CommonInputs.PREFERRED_CITIES;
import static io.github.feishuhire.worker.catalogue.CommonInputs.USER_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_LIMIT_REACHED;
import static io.github.feishuhire.worker.catalogue.ErrorCode.CITY_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.DUPLICATE_APPLICATION;
import static io.github.feishuhire.worker.catalogue.ErrorCode.INVALID_MOBILE;
import static io.github.feishuhire.worker.catalogue.ErrorCode.JOB_POST_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.RESUME_UNREADABLE;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_USER_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.delivery.DeliveryDraft;
import io.github.feishuhire.api.delivery.Identification;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Header;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Submit Website Delivery: asks Feishu to deliver a candidate, by the resume uploaded before, to a
 * job post.
 */
public final class SubmitWebsiteDelivery {

  private static final Input RESUME_FILE_ID =
      Input.entry("resume_file_id", Form.ID, "7095614894070434092")
          .preset("=resume_file_id")
          .blamedFor(RESUME_UNREADABLE);

  /** Create Site User takes a location code instead. */
  private static final Input MOBILE_COUNTRY_CODE =
      Input.entry("mobile_country_code", Form.DIALLING_PREFIX, "+86")
          .in(Group.CONTACT)
          .preset("+86")
          .toggled("withMobile")
          .blamedFor(INVALID_MOBILE);

  private static final List<String> TYPES = List.of("1", "2", "3", "4", "6", "9", "5");

  private static final Input TYPE = Input.of("identification_type", new Kind.Choice(TYPES));

  private static final Input NUMBER =
      Input.entry("identification_number", Form.NUMBER, "11010519491231002X");

  private static final Input IDENTIFICATION =
      Input.of("identification", new Kind.Parts("identityDocument", List.of(TYPE, NUMBER)))
          .in(Group.IDENTITY);

  public static final Task TASK =
      Task.named("Submit Website Delivery", Endpoint.CREATE_BY_ATTACHMENT, Capacity.OF_A_MINUTE)
          .takes(
              USER_ID,
              RESUME_FILE_ID,
              WEBSITE_ID.in(Group.DELIVERY),
              JOB_POST_ID,
              CHANNEL_ID,
              PREFERRED_CITIES,
              MOBILE_COUNTRY_CODE,
              MOBILE.in(Group.CONTACT),
              EMAIL.in(Group.CONTACT),
              IDENTIFICATION)
          .chosenBy(Header.AFTER_COMPLETION)
          .gives("task_id", "\"f1c2a0f138ec492d99d7ab73594158ad\"")
          .orGives(DeliveryResult.APPLICATION_ID)
          .endsWith(
              WEBSITE_NOT_FOUND,
              WEBSITE_USER_NOT_FOUND,
              JOB_POST_NOT_FOUND,
              CITY_NOT_FOUND,
              INVALID_MOBILE,
              RESUME_UNREADABLE,
              DUPLICATE_APPLICATION,
              APPLICATION_LIMIT_REACHED)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/website-delivery/create_by_attachment")
          .drawn(
              """
              <path d='M2.5 2h6L11 4.5v9H2.5z' fill='#fff'/>\
              <path d='M17.2 4.6L4 9.8l3.7 1.9 2 4.6z' fill='#ffb84d' stroke='#0b6e75' stroke-width='1.1' stroke-linejoin='round'/>\
              <path d='M14.8 7l-5.6 4.1' stroke='#0b6e75' stroke-width='.8' stroke-linecap='round'/>""");

  private record Request(String websiteId, DeliveryDraft draft) {
    ApplicationSearch search() {
      Candidate candidate =
          new Candidate(
              draft.mobileCountryCode(), draft.mobile(), draft.email(), draft.identification());
      return new ApplicationSearch(websiteId, draft.jobPostId(), candidate.criteria());
    }
  }

  private SubmitWebsiteDelivery() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        SubmitWebsiteDelivery::bind,
        SubmitWebsiteDelivery::run,
        (input, since, context) -> input.search().since(since, context));
  }

  private static Request bind(Inputs inputs) {
    return new Request(
        inputs.id(WEBSITE_ID),
        new DeliveryDraft(
            inputs.text(JOB_POST_ID),
            inputs.text(USER_ID),
            inputs.text(RESUME_FILE_ID),
            inputs.optionalText(CHANNEL_ID),
            cities(inputs),
            inputs.optionalText(MOBILE_COUNTRY_CODE),
            inputs.optionalText(MOBILE),
            inputs.optionalText(EMAIL),
            identification(inputs.optionalObject(IDENTIFICATION))));
  }

  private static @Nullable List<String> cities(Inputs inputs) {
    List<String> cities = inputs.optionalTexts(PREFERRED_CITIES);
    if (cities != null && cities.size() > 1) {
      throw new InvalidInputException(PREFERRED_CITIES.name(), Problem.MORE_THAN_ONE_CITY);
    }
    return cities;
  }

  private static @Nullable Identification identification(@Nullable Inputs members) {
    if (members == null) {
      return null;
    }
    Integer type = identificationType(members);
    String number = members.optionalText(NUMBER);
    return type == null && number == null ? null : new Identification(type, number);
  }

  private static @Nullable Integer identificationType(Inputs members) {
    String type = members.optionalTextOrWholeNumber(TYPE);
    if (type == null) {
      return null;
    }
    if (!TYPES.contains(type)) {
      throw new InvalidInputException(
          IDENTIFICATION.name() + "." + TYPE.name(), Problem.UNKNOWN_IDENTIFICATION_TYPE);
    }
    return Integer.valueOf(type);
  }

  private static Outcome run(Request input, JobContext context) {
    String taskId =
        context.hire().deliveries().submit(input.websiteId(), input.draft(), context.options());
    return new Outcome.Completed(Map.of(TASK.output().name(), taskId));
  }
}
