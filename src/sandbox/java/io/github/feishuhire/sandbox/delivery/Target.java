package io.github.feishuhire.sandbox.delivery;

import io.github.feishuhire.sandbox.channel.Channels;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.siteuser.SiteUsers;
import io.github.feishuhire.sandbox.website.Catalogue;
import io.github.feishuhire.sandbox.website.JobPost;
import java.util.Optional;

/** Where a delivery goes, and by whom: what every way of submitting asks for. */
record Target(String websiteId, String jobPostId, String userId, Optional<String> channelId) {

  static Target of(Call call) {
    Fields fields = call.fields();
    return new Target(
        call.parameter("website_id"),
        fields.requiredText("job_post_id"),
        fields.requiredText("user_id"),
        fields.text("channel_id"));
  }

  /**
   * The job post, when all of it is there. Assumption: where a page names no codes for website, job
   * post, site user or channel, they are those of its neighbours.
   */
  JobPost require(Catalogue catalogue, SiteUsers users, Channels channels) {
    catalogue.requireWebsite(websiteId);
    JobPost post = catalogue.jobPost(websiteId, jobPostId);
    users.require(websiteId, userId);
    channelId.ifPresent(id -> channels.require(websiteId, id));
    return post;
  }
}
