package io.github.feishuhire.worker.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.website.JobPost;
import io.github.feishuhire.api.website.JobPostSearch;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** List Job Posts: what a career site advertises, and whether one can apply for it. */
public final class ListJobPosts {

  private static final String KEYWORD = "keyword";
  private static final String CITIES = "city_code_list";
  private static final WholeList LIST = new WholeList("job_posts", List.of(KEYWORD, CITIES));

  private record Input(String websiteId, JobPostSearch search, boolean includeInactive) {}

  private ListJobPosts() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "List Job Posts",
        "feishu-hire:list-job-posts:1",
        List.of("website_id", KEYWORD, CITIES, "include_inactive"),
        LIST.variable(),
        Endpoint.SEARCH_JOB_POSTS,
        Capacity.OF_LISTS,
        ListJobPosts::bind,
        ListJobPosts::run);
  }

  private static Input bind(Inputs inputs) {
    return new Input(
        inputs.id("website_id"),
        new JobPostSearch(inputs.optionalText(KEYWORD), inputs.optionalTexts(CITIES)),
        inputs.flag("include_inactive"));
  }

  private static Outcome run(Input input, JobContext context) {
    Listing<JobPost> found = context.hire().jobPosts().search(input.websiteId(), input.search());
    return LIST.read(
        found,
        post -> post.active() || input.includeInactive() ? Stream.of(item(post)) : Stream.empty(),
        context);
  }

  private static Map<String, Object> item(JobPost post) {
    return new Members()
        .with("id", post.id())
        .with("title", post.title())
        .with("job_id", post.jobId())
        .with("active", post.active())
        .with("job_expire_time", text(post.expires()))
        .with(CITIES, post.cityCodes())
        .map();
  }

  /** As FEEL takes it; Feishu's own is a number of milliseconds. */
  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
