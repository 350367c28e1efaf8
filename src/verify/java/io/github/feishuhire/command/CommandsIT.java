package io.github.feishuhire.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandsIT {

  private static final URI UNUSED = URI.create("http://127.0.0.1:9");

  @ParameterizedTest
  @CsvSource({
    "--help, Usage: feishu-hire-connector",
    "doctor --help, Usage: feishu-hire-connector doctor",
    "templates --help, Usage: feishu-hire-connector templates",
    "--version, feishu-hire-connector 1.2.3",
    "doctor --version, feishu-hire-connector 1.2.3",
  })
  void helpsAndSaysItsVersion(String args, String beginning) {
    CommandRun run = CommandRun.against(UNUSED, args.split(" "));

    assertThat(run.status()).isZero();
    assertThat(run.out()).startsWith(beginning);
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "doktor, Unmatched argument at index 0: 'doktor'",
    "doctor --xml, Unknown option: '--xml'",
    "templates, Missing required option: '--out=DIR'",
    "templates --out=x --lang=de, Invalid value for option '--lang': must be en or zh-CN",
  })
  void endsWithStatus2AndSaysWhatIsWrongWithTheLine(String args, String beginning) {
    CommandRun run = CommandRun.against(UNUSED, args.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).startsWith(beginning);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void printsFindingsAsJson() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      CommandRun run = CommandRun.against(sandbox.baseUrl(), "doctor", "--json");

      JsonNode report = new JsonMapper().readTree(run.out());
      assertThat(run.status()).as("Camunda is missing").isEqualTo(1);
      assertThat(report.path("healthy").isBoolean()).isTrue();
      assertThat(report.path("healthy").booleanValue()).isFalse();
      assertThat(report.path("findings").valueStream())
          .filteredOn(finding -> finding.path("state").asText().equals("fault"))
          .extracting(finding -> finding.path("subject").asText())
          .containsExactly("camunda");
      assertThat(report.at("/findings/0/text").asText())
          .isEqualTo("feishu.app-id is from somewhere");
    }
  }

  @Test
  void printsNoColourWhereThereIsNoTerminal() {
    CommandRun run = CommandRun.against(UNUSED, "doctor");

    assertThat(run.out()).contains("FAULT camunda").doesNotContain("\u001b");
  }

  @Test
  void namesASettingThatIsMissing(@TempDir Path folder) {
    Setup incomplete =
        new Setup(
            List.of(),
            List.of(),
            "feishu.app-id is missing.",
            Map.of(),
            Map.of(),
            QuotaShare.ALONE,
            Egress.OF_THE_JVM,
            () -> {
              throw new IllegalStateException();
            },
            false,
            new Words(Language.EN));

    CommandRun doctor = CommandRun.with(incomplete, "doctor");
    CommandRun templates = CommandRun.with(incomplete, "templates", "--out", folder.toString());

    assertThat(doctor.status()).isEqualTo(1);
    assertThat(doctor.out()).contains("feishu.app-id is missing.");
    assertThat(templates.status()).isEqualTo(1);
    assertThat(templates.err()).isEqualToIgnoringNewLines("feishu.app-id is missing.");
  }

  @Test
  void saysInOneLineWhyTemplatesCannotBeWritten(@TempDir Path folder) {
    try (Sandbox sandbox = Sandbox.start()) {
      sandbox.next(Api.LIST_WEBSITES, Fault.error(ErrorCode.SCOPE_MISSING));

      CommandRun run =
          CommandRun.against(sandbox.baseUrl(), "templates", "--out", folder.toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err().lines())
          .containsExactly(
              "Feishu refuses: one of these scopes is missing: hire:site:readonly, hire:site. The"
                  + " command doctor says more.");
      assertThat(folder).isEmptyDirectory();
    }
  }
}
