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
import java.time.InstantSource;
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
  private final InstantSource clock;

  public SubmitResumeRules(
      Catalogue catalogue,
      SiteUsers users,
      Channels channels,
      Deliveries deliveries,
      Ids ids,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.users = users;
    this.channels = channels;
    this.deliveries = deliveries;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    Target target = Target.of(call);
    Fields fields = call.fields();
    Fields basic = fields.requiredObject("resume").requiredObject("basic_info");
    String unused = basic.requiredText("name");
    List<String> cities = fields.texts("application_preferred_city_code_list");
    Candidate candidate = Candidate.of(basic, target.userId());
    JobPost post = target.require(catalogue, users, channels);
    if (!cities.stream().allMatch(this::isCity)) {
      throw fields.refused("application_preferred_city_code_list", "has an unknown city");
    }
    Candidate.checkMobileOfResume(basic);

    return switch (deliveries.apply(
        candidate, post, target.userId(), target.origin(catalogue, channels), clock.instant())) {
      case Task.Result.Delivered delivered -> {
        ObjectNode delivery = delivered.application().tree().put("id", ids.decimal());
        yield Reply.success(Reply.object().set("delivery", delivery));
      }
      // Assumption: the page names no code for a duplicate; the table of all Hire codes has this.
      default -> throw new Refusal(ErrorCode.REPEAT_APPLICATION);
    };
  }

  /**
   * Assumption: the page's example is a decimal ID, which no list of cities has, and the official
   * SDK's is a code; both are taken.
   */
  private boolean isCity(String city) {
    return city.matches("\\d+") || catalogue.isCity(city);
  }
}
