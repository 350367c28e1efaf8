package io.github.feishuhire.sandbox.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.channel.Channels;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.siteuser.SiteUsers;
import io.github.feishuhire.sandbox.website.Catalogue;
import io.github.feishuhire.sandbox.website.JobPost;
import java.util.List;

/**
 * Makes a website delivery from a resume in fields, and answers with it. Of the resume it looks at
 * the basic information only.
 */
public final class SubmitResumeRules implements Rules {

  private final Catalogue catalogue;
  private final SiteUsers users;
  private final Channels channels;
  private final Deliveries deliveries;
  private final Ids ids;

  public SubmitResumeRules(
      Catalogue catalogue, SiteUsers users, Channels channels, Deliveries deliveries, Ids ids) {
    this.catalogue = catalogue;
    this.users = users;
    this.channels = channels;
    this.deliveries = deliveries;
    this.ids = ids;
  }

  @Override
  public Reply answer(Call call) {
    String websiteId = call.parameter("website_id");
    Fields fields = call.fields();
    String jobPostId = fields.requiredText("job_post_id");
    String userId = fields.requiredText("user_id");
    Fields resume =
        fields.object("resume").orElseThrow(() -> fields.refused("resume", "is required"));
    Fields basic =
        resume.object("basic_info").orElseThrow(() -> resume.refused("basic_info", "is required"));
    String unused = basic.requiredText("name");
    List<String> cities = fields.texts("application_preferred_city_code_list");
    Candidate candidate = Candidate.of(basic, userId);
    // Assumption: the page names no codes for these; its neighbours use the same.
    catalogue.requireWebsite(websiteId);
    JobPost post = catalogue.jobPost(websiteId, jobPostId);
    users.require(websiteId, userId);
    cities.forEach(catalogue::requireCity);
    fields.text("channel_id").ifPresent(id -> channels.require(websiteId, id));
    Candidate.checkMobileOfResume(basic);

    return switch (deliveries.apply(candidate, post, userId)) {
      case Task.Result.Delivered delivered -> {
        ObjectNode delivery = delivered.application().tree().put("id", ids.decimal());
        yield Reply.success(Reply.object().set("delivery", delivery));
      }
      // Assumption: the page names no code for a duplicate; the table of all Hire codes has this.
      default -> throw new Refusal(ErrorCode.REPEAT_APPLICATION);
    };
  }
}
