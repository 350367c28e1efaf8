package io.github.feishuhire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code java -jar} makes of its arguments; the processes are those a person would start. */
final class CommandStartIT {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "doktor", "--help", "-h", "--version", "-V"})
  void isACommand(String argument) {
    assertThat(CommandStart.isFor("--spring.profiles.active=sandbox", argument)).isTrue();
  }

  @Test
  void isTheWorkerWithoutACommand() {
    assertThat(CommandStart.isFor()).isFalse();
    assertThat(CommandStart.isFor("--spring.profiles.active=sandbox", "--debug")).isFalse();
  }

  @Test
  void theDoctorSaysWhereEachSettingIsFromAndNoValue() throws Exception {
    Path settings = folder.resolve("more.properties");
    Files.writeString(settings, "feishu.connections.lark.app-id=cli_lark\n");

    Ended run =
        run("doctor", "--spring.config.additional-location=" + settings, "--feishu.language=zh-CN");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("feishu.app-secret is from System Environment Property \"FEISHU_APP_SECRET\"")
        .contains("feishu.connections.lark.app-id is from URL [file:" + settings + "] - 1:32")
        .contains(
            "feishu.language is from \"feishu.language\" from property source \"commandLineArgs\"")
        .contains("FEISHU_CONNECTIONS_LARK_APP_SECRET) is missing")
        .doesNotContain("of-the-environment")
        .doesNotContain("cli_lark");
    assertThat(run.out()).contains("camunda: jobs over gRPC at localhost:1: cannot be reached");
  }

  @Test
  void templatesAreWrittenFromWhatIsInTheJar() throws Exception {
    Ended run = run("templates", "--out", folder.toString(), "--spring.profiles.active=sandbox");

    assertThat(run.status()).as(run.out()).isZero();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isNotEmpty();
    }
  }

  private record Ended(int status, String out) {}

  private Ended run(String... args) throws IOException, InterruptedException {
    Path output = Files.createTempFile("command", ".txt");
    var builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(
                        JAVA.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName()),
                    Stream.of(args))
                .toList());
    builder.environment().keySet().removeIf(name -> name.matches("(FEISHU|CAMUNDA)_.*"));
    builder.environment().put("FEISHU_APP_ID", "cli_of-the-environment");
    builder.environment().put("FEISHU_APP_SECRET", "secret-of-the-environment");
    if (List.of(args).contains("--spring.profiles.active=sandbox")) {
      builder.environment().keySet().removeIf(name -> name.startsWith("FEISHU_"));
    }
    builder.environment().put("CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false");
    builder.environment().put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://localhost:1");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
