package io.github.feishuhire.worker.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.application.HiringProcess;
import io.github.feishuhire.api.application.ProcessType;
import io.github.feishuhire.api.application.Stage;
import io.github.feishuhire.api.application.StageType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WantedStageTest {

  private static final Stage SCREENING = stage("11", "初筛", "Screening", StageType.SCREENING);
  private static final Stage TALK = stage("12", "面试", "Interview", StageType.INTERVIEW);
  private static final Stage OFFER = stage("13", "面试后", "Screening 2", StageType.OFFER);
  private static final Stage FIRST = stage("21", "初面", "First", StageType.INTERVIEW);
  private static final Stage FINAL = stage("22", "终面", "Final", StageType.INTERVIEW);
  private static final Stage NAMELESS = new Stage("23", null, null, null);

  private static final List<HiringProcess> PROCESSES =
      List.of(
          new HiringProcess(
              "1", "社招", "Social", ProcessType.SOCIAL, List.of(SCREENING, TALK, OFFER)),
          new HiringProcess(
              "2", "校招", "Campus", ProcessType.CAMPUS, List.of(FIRST, FINAL, NAMELESS)));

  private static Stage stage(String id, String zhName, String enName, StageType type) {
    return new Stage(id, zhName, enName, type);
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "面试, 12", "Interview, 12", "interview, 12", "4, 12", "offer, 13", "5, 13"})
  void isFoundByIdNameOrType(String text, String id) {
    assertThat(new WantedStage(text).among(PROCESSES, SCREENING).id()).isEqualTo(id);
  }

  @Test
  void isOneOfTheProcessThatTheApplicationIsIn() {
    assertThatThrownBy(() -> new WantedStage("终面").among(PROCESSES, SCREENING))
        .hasMessage("stage: UNKNOWN_STAGE");
    assertThat(new WantedStage("终面").among(PROCESSES, FIRST)).isEqualTo(FINAL);
  }

  @Test
  void isOneOfAnyProcessWhereNoneHasTheStageOfTheApplication() {
    assertThat(new WantedStage("终面").among(PROCESSES, null)).isEqualTo(FINAL);
    assertThat(new WantedStage("初筛").among(PROCESSES, stage("9", "默认", "Default", StageType.OTHER)))
        .isEqualTo(SCREENING);
  }

  @Test
  void isNotGuessedWhereSeveralFit() {
    assertThatThrownBy(() -> new WantedStage("interview").among(PROCESSES, NAMELESS))
        .hasMessage("stage: MORE_THAN_ONE_STAGE");
  }

  @Test
  void isReachedWhereTheApplicationIsInOneThatFits() {
    assertThat(new WantedStage("interview").mayBe(FINAL)).isTrue();
    assertThat(new WantedStage("终面").mayBe(FINAL)).isTrue();
    assertThat(new WantedStage("22").mayBe(FINAL)).isTrue();
    assertThat(new WantedStage("初面").mayBe(FINAL)).isFalse();
    assertThat(new WantedStage("终面").mayBe(NAMELESS)).isFalse();
    assertThat(new WantedStage("终面").mayBe(null)).isFalse();
  }

  @Test
  void isAnIdWhereItCanBeNothingElse() {
    assertThat(new WantedStage("6960663240925956402").isId()).isTrue();
    assertThat(new WantedStage("4").isId()).isFalse();
    assertThat(new WantedStage("二面").isId()).isFalse();
  }
}
