package io.github.feishuhire.words;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.SetUpCause;
import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.outcome.Attempt;
import io.github.feishuhire.worker.outcome.Outcome.BpmnError;
import io.github.feishuhire.worker.outcome.Outcome.Failed;
import io.github.feishuhire.worker.outcome.Reactions;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts say the same in each language. */
final class LanguagesTest {

  private static final Path WORDS = Path.of("src/main/resources/io/github/feishuhire/words");
  private static final Properties ENGLISH = file(WORDS.resolve("words.properties"));
  private static final Properties CHINESE = file(WORDS.resolve("words_zh_CN.properties"));
  private static final Pattern PLACEHOLDER = Pattern.compile("%\\d\\$[sd]|%%");
  private static final Pattern FOR_MACHINES = Pattern.compile("\\{\".*?\\}|[a-z]+(?:_[a-z]+)+");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private static final List<String> HAS_NO_WORDS =
      List.of(
          "frame.line",
          "frame.origin",
          "frame.next",
          "frame.list",
          "frame.named",
          "frame.both",
          "frame.sentence",
          "table.note",
          "doctor.line",
          "origin.log",
          "accepted.task_id",
          "accepted.delivery",
          "accepted.note_id",
          "found.task_id",
          "found.delivery",
          "frame.zone");

  private final Reactions reactions = new Reactions(new Words(Language.ZH_CN), () -> 0);

  private static final Attempt FIRST =
      new Attempt(SubmitWebsiteDelivery.TASK, TaskHeaders.of(Map.of()), 3, 1);

  static Stream<String> keys() {
    return ENGLISH.stringPropertyNames().stream().sorted();
  }

  @Test
  void haveTheSameKeys() {
    assertThat(CHINESE.stringPropertyNames())
        .as("each text is in words.properties and in words_zh_CN.properties")
        .isEqualTo(ENGLISH.stringPropertyNames());
  }

  @Test
  void theDemoSaysTheSameInBoth() {
    Path demo = Path.of("src/demo/resources/io/github/feishuhire/demo");

    assertThat(file(demo.resolve("demo_zh_CN.properties")).stringPropertyNames())
        .isEqualTo(file(demo.resolve("demo.properties")).stringPropertyNames());
  }

  @Test
  void theDemoWithTheRealCamundaSaysTheSameInBoth() {
    Path camunda = Path.of("src/camunda/resources/io/github/feishuhire/camunda");

    assertThat(file(camunda.resolve("camunda_zh_CN.properties")).stringPropertyNames())
        .isEqualTo(file(camunda.resolve("camunda.properties")).stringPropertyNames());
  }

  @Test
  void thePageOfTheDemoSaysTheSameInBoth() {
    Path page = Path.of("src/demo/resources/io/github/feishuhire/demo/page");

    assertThat(file(page.resolve("page_zh_CN.properties")).stringPropertyNames())
        .isEqualTo(file(page.resolve("page.properties")).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void fillInTheSame(String key) {
    assertThat(found(PLACEHOLDER, CHINESE, key)).isEqualTo(found(PLACEHOLDER, ENGLISH, key));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void leaveWhatMachinesReadAsItIs(String key) {
    assertThat(found(FOR_MACHINES, CHINESE, key)).containsAll(found(FOR_MACHINES, ENGLISH, key));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void areChineseWhereTheyAreToBe(String key) {
    assertThat(CHINESE.getProperty(key)).hasLineCount(1);
    if (!HAS_NO_WORDS.contains(key)) {
      assertThat(CHINESE.getProperty(key)).containsPattern(HAN);
    }
  }

  @Test
  void doNotFollowTheLanguageOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);

      assertThat(new Words(Language.EN).say("origin.code", 10003)).isEqualTo("Feishu code 10003");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aRefusalReadsAsOneChineseLine() {
    Refused refused =
        new Refused(Refusal.INVALID_MOBILE, 1002009, "20240802-log", List.of("mobile"));

    BpmnError outcome = (BpmnError) reactions.to(refused, FIRST);

    assertThat(outcome.error().message())
        .isEqualTo(
            "提交官网投递：飞书不接受该手机号。请更正手机号及其国际区号，例如 +86。"
                + "相关输入：手机号 (mobile)。【飞书错误码 1002009，log_id 20240802-log】");
    assertThat(outcome.error().code().code()).isEqualTo("FEISHU_HIRE_INVALID_MOBILE");
  }

  @Test
  void anInputWeRefuseIsNamedInChinese() {
    InvalidInputException invalid = new InvalidInputException("user_id", Problem.NUMBER);

    BpmnError outcome = (BpmnError) reactions.to(invalid, FIRST);

    assertThat(outcome.error().message()).startsWith("提交官网投递：官网用户 ID (user_id) 是数字");
  }

  @Test
  void aFormSaysNoNamesOfVariablesAndNoCodes() {
    Refused refused =
        new Refused(Refusal.INVALID_MOBILE, 1002009, "20240802-log", List.of("mobile"));
    InvalidInputException invalid = new InvalidInputException("user_id", Problem.NUMBER);

    BpmnError byFeishu = (BpmnError) reactions.to(refused, FIRST);
    BpmnError byUs = (BpmnError) reactions.to(invalid, FIRST);

    assertThat(byFeishu.error().hint()).isEqualTo("飞书不接受该手机号。请更正手机号及其国际区号，例如 +86。");
    assertThat(byUs.error().hint()).startsWith("官网用户 ID 是数字");
  }

  @Test
  void aFaultOfTheSetUpSaysInChineseWhatToDo() {
    SetUpFault fault = new SetUpFault(SetUpCause.CREDENTIALS, 10003, "20240802-log", List.of());

    Failed outcome = (Failed) reactions.to(fault, FIRST);

    assertThat(outcome.message()).contains("“default”", "应用凭证", "10003").hasLineCount(1);
  }

  private static SortedSet<String> found(Pattern pattern, Properties texts, String key) {
    return pattern
        .matcher(texts.getProperty(key))
        .results()
        .map(MatchResult::group)
        .collect(toCollection(TreeSet::new));
  }

  private static Properties file(Path path) {
    try {
      Properties texts = new Properties();
      texts.load(new StringReader(Files.readString(path)));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
