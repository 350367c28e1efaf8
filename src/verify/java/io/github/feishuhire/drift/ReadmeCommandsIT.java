package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.command.CommandRun;
import io.github.feishuhire.command.setup.Setting;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.process.EmbeddedEngine;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the docs show of the commands is what they print. */
final class ReadmeCommandsIT {

  private static final String PROMPT = "$ java -jar feishu-hire-connector.jar ";

  private record Example(List<String> args, List<String> lines) {}

  /** The block of code that begins with this command. */
  private static Example example(String document, String command) throws IOException {
    List<String> all = Files.readAllLines(Path.of(document));
    int prompt = 0;
    while (!all.get(prompt).startsWith(PROMPT + command)) {
      prompt++;
    }
    List<String> lines = new ArrayList<>();
    for (int next = prompt + 1; !all.get(next).equals("```"); next++) {
      lines.add(withoutPorts(all.get(next)));
    }
    return new Example(List.of(all.get(prompt).substring(PROMPT.length()).split(" ")), lines);
  }

  private static String withoutPorts(String line) {
    return line.replaceAll("(0\\.0\\.0\\.0|127\\.0\\.0\\.1):[0-9]{4,5}", "$1:PORT");
  }

  @ParameterizedTest
  @CsvSource({
    "docs/operators.md, EN, feishu.app-id feishu.app-secret",
    "docs/zh-CN/operators.md, ZH_CN, feishu.app-id feishu.app-secret feishu.language",
  })
  void theDoctorPrintsWhatIsShown(String document, Language language, String settings)
      throws Exception {
    Example example = example(document, "doctor");
    Set<String> scopes = new HashSet<>(SandboxSettings.DEFAULT_APP.scopes());
    scopes.remove("hire:site_application");
    var less = new io.github.feishuhire.sandbox.token.App("cli_less", "secret", scopes);
    ZeebeTestEngine engine = EmbeddedEngine.create();
    engine.start();
    try (Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withApp(less));
        CamundaClient client =
            CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
                .preferRestOverGrpc(false)
                .build()) {
      Setup setup =
          new Setup(
              Stream.of(settings.split(" "))
                  .map(
                      name ->
                          new Setting(
                              name, "System Environment Property \"%s\"".formatted(variable(name))))
                  .toList(),
              List.of(),
              null,
              Map.of("default", new App(sandbox.baseUrl(), "cli_less", "secret")),
              Map.of(),
              QuotaShare.ALONE,
              Egress.OF_THE_JVM,
              () -> client,
              false,
              new Words(language));

      CommandRun run = CommandRun.with(setup, example.args().toArray(String[]::new));

      assertThat(run.out().lines().map(ReadmeCommandsIT::withoutPorts))
          .containsExactlyElementsOf(example.lines());
    } finally {
      engine.stop();
    }
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/operators.md", "docs/zh-CN/operators.md"})
  void templatesPrintsWhatIsShown(String document, @TempDir Path folder) throws IOException {
    Example example = example(document, "templates");
    try (Sandbox sandbox = Sandbox.start()) {
      CommandRun run =
          CommandRun.against(
              sandbox.baseUrl(),
              example.args().stream()
                  .map(arg -> arg.replace("our-templates", folder.toString()))
                  .toArray(String[]::new));

      String printed = (run.err() + run.out()).replace(folder.toString(), "our-templates");
      assertThat(printed.lines()).containsSubsequence(example.lines());
    }
  }
}
