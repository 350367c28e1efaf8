package io.github.feishuhire.worker.website;

import static io.github.feishuhire.worker.catalogue.CommonInputs.EMAIL;
import static io.github.feishuhire.worker.catalogue.CommonInputs.MOBILE;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.INVALID_MOBILE;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.SiteUserDraft;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Header;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.Map;

/** Create Site User: finds or makes the candidate's account on a career site. */
public final class CreateSiteUser {

  private static final Input EXTERNAL_ID =
      Input.entry("external_id", Form.NUMBER, "6960663240925956621");

  private static final Input NAME = Input.entry("name", Form.TEXT, "张敏").toggled("withName");

  /** Submit Website Delivery takes a dialling prefix instead. */
  private static final Input MOBILE_COUNTRY_CODE =
      Input.entry("mobile_country_code", Form.LOCATION_CODE, "CN_1")
          .preset("CN_1")
          .toggled("withMobile")
          .blamedFor(INVALID_MOBILE);

  public static final Task TASK =
      Task.named("Create Site User", Endpoint.CREATE_SITE_USER, Capacity.OF_A_SECOND)
          .takes(WEBSITE_ID, EXTERNAL_ID, NAME, EMAIL, MOBILE_COUNTRY_CODE, MOBILE)
          .gives("user_id", "\"6960663240925956620\"")
          .chosenBy(Header.AFTER_COMPLETION)
          .endsWith(WEBSITE_NOT_FOUND, INVALID_MOBILE)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/website-site_user/create")
          .drawn(
              """
              <circle cx='7.5' cy='5.8' r='2.9' fill='#fff'/>\
              <path d='M2.3 15.2c0-3.3 2.2-5.2 5.2-5.2s5.2 1.9 5.2 5.2z' fill='#fff'/>\
              <path d='M14 2.8v4.8M11.6 5.2h4.8' stroke='#ffb84d' stroke-width='1.8' stroke-linecap='round'/>""");

  private record Request(String websiteId, SiteUserDraft draft) {}

  private CreateSiteUser() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, CreateSiteUser::bind, CreateSiteUser::run);
  }

  private static Request bind(Inputs inputs) {
    return new Request(
        inputs.id(WEBSITE_ID),
        new SiteUserDraft(
            inputs.text(EXTERNAL_ID),
            inputs.optionalText(NAME),
            inputs.optionalText(EMAIL),
            inputs.optionalText(MOBILE),
            inputs.optionalText(MOBILE_COUNTRY_CODE)));
  }

  private static Outcome run(Request input, JobContext context) {
    String userId =
        context.hire().siteUsers().create(input.websiteId(), input.draft(), context.options());
    return new Outcome.Completed(Map.of(TASK.output().name(), userId));
  }
}
