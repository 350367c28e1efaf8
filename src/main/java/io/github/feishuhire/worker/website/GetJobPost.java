package io.github.feishuhire.worker.website;

import static io.github.feishuhire.worker.catalogue.CommonInputs.JOB_POST_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.JOB_POST_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.JobPost;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.Map;

/** Get Job Post: whether a career site still advertises a job, and whether one can apply for it. */
public final class GetJobPost {

  public static final Task TASK =
      Task.named("Get Job Post", Endpoint.GET_JOB_POST, Capacity.OF_A_MINUTE)
          .takes(WEBSITE_ID.in(Group.SEARCH), JOB_POST_ID.in(Group.SEARCH))
          .gives("job_post", ListJobPosts.EXAMPLE)
          .endsWith(WEBSITE_NOT_FOUND, JOB_POST_NOT_FOUND)
          .documentedAt("https://open.feishu.cn/document/hire-v1/get-candidates/website/get")
          .drawn(
              """
              <path d='M3 6h12v8.5H3z' fill='#fff'/>\
              <path d='M6.8 6V4h4.4v2' fill='none' stroke='#fff' stroke-width='1.5'/>\
              <path d='M5.6 10.2l2.4 2.3 4.6-4.6' fill='none' stroke='#ffb84d' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'/>""");

  private record Request(String websiteId, String jobPostId) {}

  private GetJobPost() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, GetJobPost::bind, GetJobPost::run);
  }

  private static Request bind(Inputs inputs) {
    return new Request(inputs.id(WEBSITE_ID), inputs.id(JOB_POST_ID));
  }

  private static Outcome run(Request request, JobContext context) {
    JobPost post =
        context.hire().jobPosts().get(request.websiteId(), request.jobPostId(), context.options());
    return new Outcome.Completed(Map.of(TASK.output().name(), ListJobPosts.item(post)));
  }
}
