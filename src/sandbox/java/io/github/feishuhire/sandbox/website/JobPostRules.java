package io.github.feishuhire.sandbox.website;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Searches the job posts of a website by keyword and city; it looks at nothing else that can be
 * asked for. Assumption: the keyword is looked for in the title.
 */
public final class JobPostRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 10);
  private static final int MOST_CODES = 100;
  private static final int ENABLED = 1;
  private static final int DISABLED = 2;

  private final Catalogue catalogue;

  public JobPostRules(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Reply answer(Call call) {
    Fields fields = call.fields();
    Optional<String> keyword = fields.text("keyword");
    List<String> cities = fields.texts("city_code_list");
    if (cities.size() > MOST_CODES) {
      throw fields.refused("city_code_list", "has more than 100 codes");
    }
    String websiteId = call.parameter("website_id");
    // Assumption: the page names no code for an unknown website; its neighbours use this one.
    catalogue.requireWebsite(websiteId);
    List<ObjectNode> found =
        catalogue.jobPosts(websiteId).stream()
            .filter(post -> keyword.isEmpty() || isIn(post.title(), keyword.get()))
            .filter(post -> cities.isEmpty() || !Collections.disjoint(post.cityCodes(), cities))
            .map(this::tree)
            .toList();
    return Reply.success(PAGING.page(call, found));
  }

  private static boolean isIn(String title, String keyword) {
    return title.toLowerCase(Locale.ROOT).contains(keyword.toLowerCase(Locale.ROOT));
  }

  private ObjectNode tree(JobPost post) {
    ObjectNode tree =
        Reply.object()
            .put("id", post.id())
            .put("title", post.title())
            .put("job_id", post.jobId())
            .put("job_code", "A" + post.id().substring(post.id().length() - 5))
            .put(
                "job_expire_time",
                post.expires().map(at -> String.valueOf(at.toEpochMilli())).orElse(null))
            .put("job_active_status", post.active() ? ENABLED : DISABLED)
            .put("description", "岗位职责：……")
            .put("requirement", "任职要求：……")
            .put("create_time", "1735660800000")
            .put("modify_time", "1735660800000");
    post.cityCodes().forEach(code -> address(tree.withArray("address_list").addObject(), code));
    return tree;
  }

  private void address(ObjectNode tree, String cityCode) {
    tree.put(
        "id", "69606632409258" + "%05d".formatted(Math.floorMod(cityCode.hashCode(), 100_000)));
    catalogue
        .location(cityCode)
        .ifPresent(
            city ->
                tree.putObject("city")
                    .put("code", city.code())
                    .putObject("name")
                    .put("zh_cn", city.names().zh())
                    .put("en_us", city.names().en()));
  }
}
