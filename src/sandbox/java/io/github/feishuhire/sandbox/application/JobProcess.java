package io.github.feishuhire.sandbox.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;
import java.util.List;
import java.util.Optional;

/** A hiring process: its stages, from the first to the last. */
record JobProcess(String id, String zhName, String enName, int type, List<Stage> stages) {

  private static final int SOCIAL_TYPE = 1;
  private static final int CAMPUS_TYPE = 2;

  static final JobProcess SOCIAL =
      new JobProcess(
          "6960663240925956400",
          "社招流程",
          "Experienced Hire",
          SOCIAL_TYPE,
          List.of(
              new Stage("6960663240925956401", "简历初筛", "Resume Screening", 1),
              new Stage("6960663240925956402", "简历评估", "Resume Evaluation", 2),
              new Stage("6960663240925956403", "面试", "Interview", 4),
              new Stage("6960663240925956404", "背景调查", "Background Check", 8),
              new Stage("6960663240925956405", "Offer 沟通", "Offer", 5),
              new Stage("6960663240925956406", "待入职", "Pending Onboarding", 6),
              new Stage("6960663240925956407", "已入职", "Onboarded", Stage.ONBOARDED)));

  static final JobProcess CAMPUS =
      new JobProcess(
          "6960663240925956410",
          "校招流程",
          "Campus",
          CAMPUS_TYPE,
          List.of(
              new Stage("6960663240925956411", "简历筛选", "Resume Screening", 1),
              new Stage("6960663240925956412", "笔试", "Written Test", 3),
              new Stage("6960663240925956413", "初面", "First Interview", 4),
              new Stage("6960663240925956414", "终面", "Final Interview", 4),
              new Stage("6960663240925956415", "Offer 沟通", "Offer", 5),
              new Stage("6960663240925956416", "待入职", "Pending Onboarding", 6),
              new Stage("6960663240925956417", "已入职", "Onboarded", Stage.ONBOARDED)));

  static final List<JobProcess> ALL = List.of(SOCIAL, CAMPUS);

  /** The stage of any process. */
  static Optional<Stage> stage(String id) {
    return ALL.stream()
        .flatMap(process -> process.stages.stream())
        .filter(stage -> stage.id().equals(id))
        .findFirst();
  }

  Stage first() {
    return stages.getFirst();
  }

  /** What comes after a stage; the last one has none. */
  Optional<Stage> after(Stage stage) {
    return stages.stream().skip(stages.indexOf(stage) + 1L).findFirst();
  }

  ObjectNode tree() {
    ObjectNode tree =
        Reply.object()
            .put("id", id)
            .put("zh_name", zhName)
            .put("en_name", enName)
            .put("type", type);
    tree.putArray("stage_list").addAll(stages.stream().map(Stage::tree).toList());
    return tree;
  }
}
