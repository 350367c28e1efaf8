package io.github.feishuhire.worker.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.feishuhire.worker.catalogue.ErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HireErrorTest {

  @Test
  void tellsTheProcessCodeMessageLogIdAndFields() {
    HireError error =
        new HireError(
            ErrorCode.INVALID_MOBILE,
            1002009,
            "one line",
            "a hint",
            "20240802-log",
            List.of("mobile"));

    assertThat(HireError.VARIABLE).isEqualTo("feishu_hire_error");
    assertThat(error.value())
        .containsOnly(
            entry("code", "FEISHU_HIRE_INVALID_MOBILE"),
            entry("feishu_code", 1002009),
            entry("message", "one line"),
            entry("hint", "a hint"),
            entry("log_id", "20240802-log"),
            entry("fields", List.of("mobile")));
  }

  @Test
  void leavesOutWhatOnlyFeishuCouldHaveSaid() {
    HireError error =
        new HireError(ErrorCode.INVALID_PARAMETER, 0, "one line", "a hint", null, List.of());

    assertThat(error.value())
        .containsOnly(
            entry("code", "FEISHU_HIRE_INVALID_PARAMETER"),
            entry("message", "one line"),
            entry("hint", "a hint"),
            entry("fields", List.of()));
  }
}
