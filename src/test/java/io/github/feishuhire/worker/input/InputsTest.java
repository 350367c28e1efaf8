package io.github.feishuhire.worker.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InputsTest {

  /** The ways in which a text is asked for. */
  enum Kind {
    TEXT(Inputs::text),
    OPTIONAL_TEXT(Inputs::optionalText),
    ID(Inputs::id);

    private final BiFunction<Inputs, Input, @Nullable String> reading;

    Kind(BiFunction<Inputs, Input, @Nullable String> reading) {
      this.reading = reading;
    }

    @Nullable String read(Inputs inputs) {
      return reading.apply(inputs, input("user_id"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"user_id\":null}", "{\"user_id\":\"\"}", "{\"user_id\":\" \\t\\n\"}"})
  void takesNothingNullAndBlankAsAbsent(String variables) {
    Inputs inputs = Inputs.of(variables);

    assertThat(inputs.optionalText(input("user_id"))).isNull();
    assertThat(inputs.optionalTextOrWholeNumber(input("user_id"))).isNull();
    assertThat(inputs.optionalTexts(input("user_id"))).isNull();
    assertThat(inputs.optionalObject(input("user_id"))).isNull();
    assertThat(refusal(() -> inputs.text(input("user_id"))).problem()).isEqualTo(Problem.MISSING);
    assertThat(refusal(() -> inputs.id(input("user_id"))).problem()).isEqualTo(Problem.MISSING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                      | NUMBER
          0                      | NUMBER
          1.5                    | NUMBER
          7047318856652261676    | NUMBER
          12345678901234567890   | NUMBER
          true                   | NOT_TEXT
          false                  | NOT_TEXT
          {}                     | NOT_TEXT
          {"id":"6960663240"}    | NOT_TEXT
          []                     | NOT_TEXT
          ["6960663240"]         | NOT_TEXT
          """)
  void refusesWhatIsNoText(String value, Problem problem) {
    Inputs inputs = Inputs.of("{\"user_id\":" + value + "}");

    for (Kind kind : Kind.values()) {
      InvalidInputException refusal = refusal(() -> kind.read(inputs));

      assertThat(refusal.name()).isEqualTo("user_id");
      assertThat(refusal.problem()).isEqualTo(problem);
    }
  }

  @ParameterizedTest
  @EnumSource
  void trimsSurroundingSpace(Kind kind) {
    Inputs inputs = Inputs.of("{\"user_id\":\" \\t\\u30006960663240925956634\\n \"}");

    assertThat(kind.read(inputs)).isEqualTo("6960663240925956634");
  }

  @ParameterizedTest
  @ValueSource(strings = {"七零四七", "a b", "../x", "O'Neill \\\"Bob\\\"", "+86 182"})
  void leavesEveryTextThatIsNoIdToFeishu(String value) {
    Inputs inputs = Inputs.of("{\"name\":\"" + value + "\"}");

    assertThat(inputs.text(input("name"))).isEqualTo(value.replace("\\\"", "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "7047318856652261676",
        "12345678901234567890",
        "f1c2a0f138ec492d99d7ab73594158ad",
        "a_B-9",
        "----------------------------------------------------------------"
      })
  void takesLettersDigitsHyphenAndUnderscoreAsId(String id) {
    Inputs inputs = Inputs.of("{\"task_id\":\"" + id + "\"}");

    assertThat(inputs.id(input("task_id"))).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "../secrets",
        "..",
        ".",
        "a\\\\b",
        "a?b=c",
        "a#b",
        "a%2Fb",
        "a&b",
        "a b",
        "a\\nb",
        "a:b",
        "a;b",
        "招聘",
        "１２３",
        "\\u0000",
        "-----------------------------------------------------------------"
      })
  void refusesAnIdThatCouldBendAnAddress(String id) {
    Inputs inputs = Inputs.of("{\"task_id\":\"" + id + "\"}");

    InvalidInputException refusal = refusal(() -> inputs.id(input("task_id")));

    assertThat(refusal.name()).isEqualTo("task_id");
    assertThat(refusal.problem()).isEqualTo(Problem.NOT_AN_ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "CT_100121"             | CT_100121
          " CT_100121 "           | CT_100121
          ["CT_100121"]           | CT_100121
          [" CT_100121 "]         | CT_100121
          [null,"","CT_100121"]   | CT_100121
          ["CT_100121","CT_2"]    | CT_100121,CT_2
          """)
  void takesOneTextInPlaceOfAList(String value, String texts) {
    Inputs inputs = Inputs.of("{\"cities\":" + value + "}");

    assertThat(inputs.optionalTexts(input("cities"))).isEqualTo(List.of(texts.split(",")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[null]", "[\"\"]", "[\" \",null]"})
  void takesAListOfNothingAsAbsent(String value) {
    Inputs inputs = Inputs.of("{\"cities\":" + value + "}");

    assertThat(inputs.optionalTexts(input("cities"))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"code":"CT_100121"}     | NOT_A_LIST_OF_TEXTS
          [{"code":"CT_100121"}]   | NOT_A_LIST_OF_TEXTS
          [["CT_100121"]]          | NOT_A_LIST_OF_TEXTS
          100121                   | NUMBER
          ["CT_100121",100121]     | NUMBER
          true                     | NOT_TEXT
          [true]                   | NOT_TEXT
          """)
  void refusesAListOfAnythingElse(String value, Problem problem) {
    Inputs inputs = Inputs.of("{\"cities\":" + value + "}");

    InvalidInputException refusal = refusal(() -> inputs.optionalTexts(input("cities")));

    assertThat(refusal.name()).isEqualTo("cities");
    assertThat(refusal.problem()).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                      | 1
          "1"                    | 1
          " 9 "                  | 9
          12345678901234567890   | 12345678901234567890
          """)
  void takesAWholeNumberWhereATemplateCanOnlyGiveText(String value, String text) {
    Inputs inputs = Inputs.of("{\"type\":" + value + "}");

    assertThat(inputs.optionalTextOrWholeNumber(input("type"))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"passport\"", "1", "true", "[]", "[{}]"})
  void refusesWhatIsNoObject(String value) {
    Inputs inputs = Inputs.of("{\"identification\":" + value + "}");

    InvalidInputException refusal = refusal(() -> inputs.optionalObject(input("identification")));

    assertThat(refusal.name()).isEqualTo("identification");
    assertThat(refusal.problem()).isEqualTo(Problem.NOT_AN_OBJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                    | false
          {"all": null}         | false
          {"all": " "}          | false
          {"all": false}        | false
          {"all": "false"}      | false
          {"all": true}         | true
          {"all": " true "}     | true
          """)
  void takesTrueAndFalseAlsoAsText(String variables, boolean expected) {
    assertThat(Inputs.of(variables).flag(input("all"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "yes"    | NOT_TRUE_OR_FALSE
          "TRUE"   | NOT_TRUE_OR_FALSE
          1        | NUMBER
          []       | NOT_TEXT
          """)
  void refusesWhatIsNeitherTrueNorFalse(String value, Problem problem) {
    Inputs inputs = Inputs.of("{\"all\": %s}".formatted(value));

    InvalidInputException refusal = refusal(() -> inputs.flag(input("all")));

    assertThat(refusal.name()).isEqualTo("all");
    assertThat(refusal.problem()).isEqualTo(problem);
  }

  @Test
  void handsOverAnObjectAsItCame() {
    Inputs inputs = Inputs.of("{\"resume\": {\"a\": [1, null, {\"b\": \" c \"}]}}");

    assertThat(inputs.object(input("resume")).toString())
        .isEqualTo("{\"a\":[1,null,{\"b\":\" c \"}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                     | MISSING
          {"resume": null}       | MISSING
          {"resume": ""}         | MISSING
          {"resume": "text"}     | NOT_AN_OBJECT
          {"resume": [{}]}       | NOT_AN_OBJECT
          {"resume": 1}          | NOT_AN_OBJECT
          """)
  void refusesWhatIsNoObjectWhereOneMustBe(String variables, Problem problem) {
    InvalidInputException refusal = refusal(() -> Inputs.of(variables).object(input("resume")));

    assertThat(refusal.problem()).isEqualTo(problem);
  }

  @Test
  void namesTheMemberOfAnObjectThatIsWrong() {
    Inputs inputs = Inputs.of("{\"identification\":{\"number\":11002}}");

    Inputs members = Objects.requireNonNull(inputs.optionalObject(input("identification")));

    assertThat(refusal(() -> members.text(input("number"))).name())
        .isEqualTo("identification.number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4111222233334444", "{\"card\":\"4111222233334444\"}", "[4111222233334444]"})
  void neverQuotesAValue(String value) {
    Inputs inputs = Inputs.of("{\"task_id\":" + value + "}");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> inputs.id(input("task_id")))
        .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("4111"));
  }

  private static InvalidInputException refusal(Runnable reading) {
    return catchThrowableOfType(InvalidInputException.class, reading::run);
  }

  private static Input input(String name) {
    return Input.entry(name, Form.TEXT, "");
  }
}
