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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Submits a website delivery from a resume attachment; the task tells later what came of it. */
public final class SubmitRules implements Rules {

  private final Catalogue catalogue;
  private final SiteUsers users;
  private final Channels channels;
  private final Attachments attachments;
  private final Deliveries deliveries;
  private final Duration duration;
  private final InstantSource clock;

  /**
   * With all that a submission refers to.
   *
   * @param duration of a task
   */
  public SubmitRules(
      Catalogue catalogue,
      SiteUsers users,
      Channels channels,
      Attachments attachments,
      Deliveries deliveries,
      Duration duration,
      InstantSource clock) {
    this.catalogue = catalogue;
    this.users = users;
    this.channels = channels;
    this.attachments = attachments;
    this.deliveries = deliveries;
    this.duration = duration;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    Target target = Target.of(call);
    Fields fields = call.fields();
    String resumeFileId = fields.requiredText("resume_file_id");
    List<String> cities = fields.texts("application_preferred_city_code_list", 1);
    Candidate candidate = Candidate.of(fields, target.userId());
    JobPost post = target.require(catalogue, users, channels);
    cities.forEach(catalogue::requireCity);
    Candidate.checkMobile(fields);

    Instant now = clock.instant();
    Task.Result result =
        switch (post.ending()) {
          // Assumption: an unknown file is noticed only when the task reads it.
          case DECIDED ->
              attachments.contains(resumeFileId)
                  ? deliveries.apply(
                      candidate,
                      post,
                      target.userId(),
                      target.origin(catalogue, channels),
                      now.plus(duration))
                  : new Task.Result.Failed(ErrorCode.ATTACHMENT_UNREADABLE.message());
          case FAILED -> new Task.Result.Failed("delivery failed, as this job post asks for");
          case NEVER -> new Task.Result.NeverEnding();
          case LOST -> new Task.Result.Lost();
        };
    Task task = deliveries.addTask(target.websiteId(), now, result);
    return Reply.success(Reply.object().put("task_id", task.id()));
  }
}
