package io.github.feishuhire.build.flake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FlakeReportTest {

  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="a.FirstTest" tests="4" errors="0" skipped="0" failures="1" flakes="2">
        <properties><property name="java.version" value="21"/></properties>
        <testcase name="passes" classname="a.FirstTest" time="0.1"/>
        <testcase name="wavers(String)[2]" classname="a.FirstTest" time="0.1">
          <flakyFailure message="expected: 2" type="AssertionError"><stackTrace>x</stackTrace></flakyFailure>
        </testcase>
        <testcase name="staggers" classname="a.FirstTest" time="0.1">
          <flakyError type="IOException"><stackTrace>x</stackTrace></flakyError>
        </testcase>
        <testcase name="fails" classname="a.FirstTest" time="0.1">
          <failure type="AssertionError">x</failure>
          <rerunFailure type="AssertionError"><stackTrace>x</stackTrace></rerunFailure>
        </testcase>
      </testsuite>
      """;

  @TempDir private Path folder;

  @Test
  void namesWhatFailedAndThenPassed() throws IOException {
    Files.writeString(folder.resolve("TEST-a.FirstTest.xml"), REPORT);

    assertThat(FlakeReport.flakes(folder, Instant.EPOCH))
        .containsExactly("a.FirstTest.wavers(String)[2]", "a.FirstTest.staggers");
  }

  @Test
  void doesNotNameThoseOfAnEarlierBuild() throws IOException {
    Files.writeString(folder.resolve("TEST-a.FirstTest.xml"), REPORT);

    assertThat(FlakeReport.flakes(folder, Instant.now().plusSeconds(60))).isEmpty();
  }

  @Test
  void hasNothingToNameWhereNoTestWasRun() throws IOException {
    assertThat(FlakeReport.flakes(folder.resolve("failsafe-reports"), Instant.EPOCH)).isEmpty();
  }
}
