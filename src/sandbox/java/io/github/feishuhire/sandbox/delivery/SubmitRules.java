package io.github.feishuhire.sandbox.delivery;

import io.github.feishuhire.sandbox.attachment.Attachments;
import io.github.feishuhire.sandbox.channel.Channels;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.siteuser.SiteUsers;
import io.github.feishuhire.sandbox.website.Catalogue;
import io.github.feishuhire.sandbox.website.JobPost;
import java.time.InstantSource;
import java.util.List;

/** Submits a website delivery from a resume attachment; the task tells later what came of it. */
public final class SubmitRules implements Rules {

  private final Catalogue catalogue;
  private final SiteUsers users;
  private final Channels channels;
  private final Attachments attachments;
  private final Deliveries deliveries;
  private final InstantSource clock;

  public SubmitRules(
      Catalogue catalogue,
      SiteUsers users,
      Channels channels,
      Attachments attachments,
      Deliveries deliveries,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.users = users;
    this.channels = channels;
    this.attachments = attachments;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    String websiteId = call.parameter("website_id");
    Fields fields = call.fields();
    String jobPostId = fields.requiredText("job_post_id");
    String userId = fields.requiredText("user_id");
    String resumeFileId = fields.requiredText("resume_file_id");
    List<String> cities = fields.texts("application_preferred_city_code_list");
    if (cities.size() > 1) {
      throw fields.refused("application_preferred_city_code_list", "has more than one city");
    }
    Candidate candidate = Candidate.of(fields, userId);
    // Assumption: the page names no codes for website and job post; its neighbours use these.
    catalogue.requireWebsite(websiteId);
    JobPost post = catalogue.jobPost(websiteId, jobPostId);
    users.require(websiteId, userId);
    cities.forEach(catalogue::requireCity);
    fields.text("channel_id").ifPresent(id -> channels.require(websiteId, id));
    Candidate.checkMobile(fields);

    Task.Result result =
        switch (post.ending()) {
          // Assumption: an unknown file is noticed only when the task reads it.
          case DECIDED ->
              attachments.contains(resumeFileId)
                  ? deliveries.apply(candidate, post, userId)
                  : new Task.Result.Failed(ErrorCode.ATTACHMENT_UNREADABLE.message());
          case FAILED -> new Task.Result.Failed("delivery failed, as this job post asks for");
          case NEVER -> new Task.Result.NeverEnding();
          case LOST -> new Task.Result.Lost();
        };
    Task task = deliveries.addTask(websiteId, clock.instant(), result);
    return Reply.success(Reply.object().put("task_id", task.id()));
  }
}
