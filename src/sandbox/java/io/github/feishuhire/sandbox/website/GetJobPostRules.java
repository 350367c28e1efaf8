package io.github.feishuhire.sandbox.website;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Shows one job post of a website, whether or not candidates can apply for it. */
public final class GetJobPostRules implements Rules {

  private final Catalogue catalogue;

  public GetJobPostRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Reply answer(Call call) {
    String websiteId = call.parameter("website_id");
    catalogue.requireWebsite(websiteId);
    String id = call.parameter("job_post_id");
    JobPost post =
        catalogue.jobPosts(websiteId).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(ErrorCode.JOB_POST_NOT_ON_WEBSITE));
    return Reply.success(Reply.object().set("job_post", JobPostTree.of(post, catalogue)));
  }
}
