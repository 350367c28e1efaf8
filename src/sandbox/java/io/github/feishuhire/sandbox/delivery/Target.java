package io.github.feishuhire.sandbox.delivery;

import io.github.feishuhire.sandbox.application.Origin;
import io.github.feishuhire.sandbox.channel.Channel;
import io.github.feishuhire.sandbox.channel.Channels;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.siteuser.SiteUsers;
import io.github.feishuhire.sandbox.website.Catalogue;
import io.github.feishuhire.sandbox.website.JobPost;
import java.util.List;
import java.util.Optional;

/** Where a delivery goes, and by whom: what every way of submitting asks for. */
record Target(
    String websiteId,
    String jobPostId,
    String userId,
    Optional<String> channelId,
    List<String> cityCodes) {

  static Target of(Call call) {
    Fields fields = call.fields();
    return new Target(
        call.parameter("website_id"),
        fields.requiredText("job_post_id"),
        fields.requiredText("user_id"),
        fields.text("channel_id"),
        fields.texts("application_preferred_city_code_list"));
  }

  /**
   * The job post, when all of it is there. Assumption: where a page names no codes for website, job
   * post, site user or channel, they are those of its neighbours.
   */
  JobPost require(Catalogue catalogue, SiteUsers users, Channels channels) {
    catalogue.requireWebsite(websiteId);
    JobPost post = catalogue.jobPost(websiteId, jobPostId);
    users.require(websiteId, userId);
    Optional<Channel> unused = channel(channels);
    return post;
  }

  /** What an application keeps of it. */
  Origin origin(Catalogue catalogue, Channels channels) {
    return new Origin(
        catalogue.website(websiteId),
        channel(channels),
        cityCodes.stream().flatMap(code -> catalogue.location(code).stream()).toList());
  }

  private Optional<Channel> channel(Channels channels) {
    return channelId.map(id -> channels.require(websiteId, id));
  }
}
