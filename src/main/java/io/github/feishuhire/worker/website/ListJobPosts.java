package io.github.feishuhire.worker.website;

import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.CITY_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.website.JobPost;
import io.github.feishuhire.api.website.JobPostSearch;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.WholeList;
import java.util.Map;
import java.util.stream.Stream;

/** List Job Posts: what a career site advertises, and whether one can apply for it. */
public final class ListJobPosts {

  /** A job post, as JSON. */
  static final String EXAMPLE =
      """
      {"id":"6960663240925956637","title":"流程工程师","job_id":"6960663240925956002",\
      "active":true,"job_expire_time":"2026-12-31T16:00:00Z","city_code_list":["CT_100121"]}""";

  private static final Input KEYWORD =
      Input.entry("keyword", Form.TEXT, "工程师").in(Group.SEARCH).toggled("withKeyword");

  private static final Input CITIES =
      Input.entry("city_code_list", Form.CODE, "CT_100121")
          .in(Group.SEARCH)
          .toggled("withCities")
          .blamedFor(CITY_NOT_FOUND);

  private static final Input INCLUDE_INACTIVE =
      Input.of("include_inactive", new Kind.Flag()).in(Group.SEARCH);

  public static final Task TASK =
      Task.named("List Job Posts", Endpoint.SEARCH_JOB_POSTS, Capacity.OF_LISTS)
          .takes(WEBSITE_ID.in(Group.SEARCH), KEYWORD, CITIES, INCLUDE_INACTIVE)
          .gives("job_posts", "[" + EXAMPLE + "]")
          .endsWith(WEBSITE_NOT_FOUND, CITY_NOT_FOUND)
          .documentedAt("https://open.feishu.cn/document/hire-v1/get-candidates/website/search")
          .drawn(
              """
              <path d='M3 6h12v8.5H3z' fill='#fff'/>\
              <path d='M6.8 6V4h4.4v2' fill='none' stroke='#fff' stroke-width='1.5'/>\
              <path d='M5 9h8M5 11.8h5' stroke='#ffb84d' stroke-width='1.6' stroke-linecap='round'/>""");

  private static final WholeList LIST = new WholeList(TASK, KEYWORD, CITIES);

  private record Request(String websiteId, JobPostSearch search, boolean includeInactive) {}

  private ListJobPosts() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, ListJobPosts::bind, ListJobPosts::run);
  }

  private static Request bind(Inputs inputs) {
    return new Request(
        inputs.id(WEBSITE_ID),
        new JobPostSearch(inputs.optionalText(KEYWORD), inputs.optionalTexts(CITIES)),
        inputs.flag(INCLUDE_INACTIVE));
  }

  private static Outcome run(Request input, JobContext context) {
    Listing<JobPost> found = context.hire().jobPosts().search(input.websiteId(), input.search());
    return LIST.read(
        found,
        post -> post.active() || input.includeInactive() ? Stream.of(item(post)) : Stream.empty(),
        context);
  }

  static Map<String, Object> item(JobPost post) {
    return new Members()
        .with("id", post.id())
        .with("title", post.title())
        .with("job_id", post.jobId())
        .with("active", post.active())
        .with("job_expire_time", Members.text(post.expires()))
        .with(CITIES.name(), post.cityCodes())
        .map();
  }
}
