package io.github.feishuhire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.testbed.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code java -jar} makes of its arguments; the processes are those a person would start. */
final class CommandStartIT {

  private static final Map<String, String> SET_UP =
      Map.of(
          "FEISHU_APP_ID", "cli_of-the-environment",
          "FEISHU_APP_SECRET", "secret-of-the-environment",
          "CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false",
          "CAMUNDA_CLIENT_GRPC_ADDRESS", "http://localhost:1");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"doctor", "doktor", "--help", "-h", "--version", "-V"})
  void isACommand(String argument) {
    assertThat(CommandStart.isFor("--spring.profiles.active=tracing", argument)).isTrue();
  }

  @Test
  void isTheWorkerWithoutACommand() {
    assertThat(CommandStart.isFor()).isFalse();
    assertThat(CommandStart.isFor("--spring.profiles.active=tracing", "--debug")).isFalse();
  }

  /** Except for where a setting is from, which Spring says, in English. */
  @Test
  void theDoctorSpeaksTheLanguageThatIsSet() throws Exception {
    Map<String, String> chinese = new HashMap<>(SET_UP);
    chinese.put("FEISHU_LANGUAGE", "zh-CN");
    chinese.put("FEISHU_BASE_URL", "http://127.0.0.1:1");

    Ended run = run(chinese, "doctor");

    assertThat(run.out().lines())
        .contains(
            "ok    settings：feishu.language 来自 System Environment Property \"FEISHU_LANGUAGE\"。",
            "FAULT camunda：作业（gRPC，localhost:1）：无法连接。"
                + "请检查 Camunda 是否在该地址运行，以及地址配置（CAMUNDA_CLIENT_GRPC_ADDRESS）是否正确。",
            "note  camunda：未配置 REST（CAMUNDA_CLIENT_REST_ADDRESS），因此无法读取以 Camunda 文档形式保存的简历。",
            "FAULT feishu default：无法连接 http://127.0.0.1:1。"
                + "请在防火墙中放行该地址，或设置 FEISHU_PROXY_HOST 和 FEISHU_PROXY_PORT。",
            "发现 2 个问题。")
        .filteredOn(line -> line.matches("(ok|note|FAULT) .*")) // beside Java's own warnings
        .noneMatch(line -> line.matches(".*[a-z]+ [a-z]+ [a-z]+.*"));
  }

  /** And in English, where the language is one that there are no words in. */
  @Test
  void theDoctorSaysWhereEachSettingIsFromAndNoValue() throws Exception {
    Path settings = folder.resolve("more.properties");
    Files.writeString(settings, "feishu.connections.lark.app-id=cli_lark\n");

    Ended run =
        run("doctor", "--spring.config.additional-location=" + settings, "--feishu.language=de");

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
  void theDoctorDoubtsMisspeltSettingsAndSecretsThatEverybodySees() throws Exception {
    Map<String, String> misspelt = new HashMap<>(SET_UP);
    misspelt.put("FEISHU_REPLICA", "2");

    Ended run = run(misspelt, "doctor", "--feishu.app-secret=of-the-command-line");

    assertThat(run.out())
        .contains("settings: FEISHU_REPLICA is not a setting")
        .contains("Did you mean FEISHU_REPLICAS?")
        .contains("settings: feishu.app-secret stands on the command line")
        .doesNotContain("of-the-command-line");
  }

  @Test
  void aWorkerWithoutAnAppSaysWhichNameMayHaveBeenMeant() throws Exception {
    Map<String, String> misspelt = new HashMap<>(SET_UP);
    misspelt.remove("FEISHU_APP_ID");
    misspelt.put("FEISHU_APP_IDD", "cli_a1");

    Ended run = run(misspelt, "--camunda.client.auth.client-secret=of-the-command-line");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("FEISHU_APP_IDD is not a setting")
        .contains("Did you mean FEISHU_APP_ID?")
        .contains("camunda.client.auth.client-secret stands on the command line")
        .doesNotContain("of-the-command-line")
        .doesNotContain("cli_a1");
  }

  @Test
  void aWorkerThatIsToUseTheSandboxDoesNotUseFeishuInstead() throws Exception {
    Ended run = run("--spring.profiles.active=sandbox");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("start feishu-hire-sandbox.jar instead");
  }

  private record Ended(int status, String out) {}

  private Ended run(String... args) throws IOException {
    return run(SET_UP, args);
  }

  private Ended run(Map<String, String> environment, String... args) throws IOException {
    Path output = folder.resolve("output.txt");
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "-cp", System.getProperty("java.class.path"), Application.class.getName()),
                Stream.of(args))
            .toList();
    int status = ChildProcess.java(arguments, environment, output).awaitStatus(60);
    return new Ended(status, Files.readString(output));
  }
}
