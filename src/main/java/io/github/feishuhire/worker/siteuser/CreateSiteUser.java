package io.github.feishuhire.worker.siteuser;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.siteuser.SiteUserDraft;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.List;
import java.util.Map;

/** Create Site User: finds or makes the candidate's account on a career site. */
public final class CreateSiteUser {

  private record Input(String websiteId, SiteUserDraft draft) {}

  private CreateSiteUser() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "Create Site User",
        "feishu-hire:create-site-user:1",
        List.of("website_id", "external_id", "name", "email", "mobile", "mobile_country_code"),
        "user_id",
        Endpoint.CREATE_SITE_USER,
        Capacity.OF_A_SECOND,
        CreateSiteUser::bind,
        CreateSiteUser::run);
  }

  private static Input bind(Inputs inputs) {
    return new Input(
        inputs.id("website_id"),
        new SiteUserDraft(
            inputs.text("external_id"),
            inputs.optionalText("name"),
            inputs.optionalText("email"),
            inputs.optionalText("mobile"),
            inputs.optionalText("mobile_country_code")));
  }

  private static Outcome run(Input input, JobContext context) {
    String userId =
        context.hire().siteUsers().create(input.websiteId(), input.draft(), context.options());
    return new Outcome.Completed(Map.of("user_id", userId));
  }
}
