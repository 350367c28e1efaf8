package io.github.feishuhire.sandbox.website;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;

/** A job post as the API shows it. */
final class JobPostTree {

  private static final int ENABLED = 1;
  private static final int DISABLED = 2;

  private JobPostTree() {}

  /** With all members, those that the connector does not read included. */
  static ObjectNode of(JobPost post, Catalogue catalogue) {
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
    post.cityCodes()
        .forEach(code -> address(tree.withArray("address_list").addObject(), code, catalogue));
    return tree;
  }

  private static void address(ObjectNode tree, String cityCode, Catalogue catalogue) {
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
