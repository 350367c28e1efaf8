package io.github.feishuhire.sandbox.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;
import java.util.List;

/** Why an application may be ended, as the tenant has set it up. */
record TerminationReason(String id, String zhName, String enName, int type, boolean active) {

  private static final int WE_DECLINED = 1;
  private static final int CANDIDATE_DECLINED = 22;
  private static final int OTHER = 27;
  private static final int ENABLED = 1;
  private static final int DISABLED = 2;

  static final List<Integer> TYPES = List.of(WE_DECLINED, CANDIDATE_DECLINED, OTHER);

  /** The first one is the documentation's example. */
  static final List<TerminationReason> ALL =
      List.of(
          new TerminationReason("7230753910687080000", "经验不符", "Experience", WE_DECLINED, true),
          new TerminationReason("7230753910687080001", "技能不符", "Skills", WE_DECLINED, true),
          new TerminationReason(
              "7230753910687080002", "薪资不符合预期", "Salary", CANDIDATE_DECLINED, true),
          new TerminationReason(
              "7230753910687080003", "接受其他 Offer", "Another Offer", CANDIDATE_DECLINED, true),
          new TerminationReason("7230753910687080004", "职位关闭", "Job Closed", OTHER, true),
          new TerminationReason("7230753910687080005", "旧原因", "Former Reason", OTHER, false));

  ObjectNode tree() {
    ObjectNode tree = Reply.object().put("id", id);
    tree.set("name", Reply.named(zhName, enName));
    tree.set("referral_name", Reply.named("", ""));
    return tree.put("termination_type", type)
        .put("is_used_as_evaluation", false)
        .put("active_status", active ? ENABLED : DISABLED);
  }
}
