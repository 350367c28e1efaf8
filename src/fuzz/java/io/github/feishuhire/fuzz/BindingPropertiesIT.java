package io.github.feishuhire.fuzz;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.worker.catalogue.Input;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class BindingPropertiesIT {

  private static final List<String> INPUTS =
      BindingLaws.OPERATIONS.stream()
          .flatMap(operation -> operation.task().inputs().stream().map(Input::name))
          .distinct()
          .toList();

  @Property
  void anyVariables(@ForAll("variables") ObjectNode variables) {
    BindingLaws.check(variables.toString());
  }

  @Property
  void anyHeaders(@ForAll("headers") Map<String, String> headers) {
    BindingLaws.checkHeaders(headers);
  }

  @Example
  void deepAndLong() {
    for (String input : INPUTS) {
      for (boolean lists : new boolean[] {true, false}) {
        String deep = AnyJson.nested(10_000, lists, "d");
        BindingLaws.check(complete().replaceFirst("\\{", "{\"" + input + "\":" + deep + ","));
        BindingLaws.check("{\"" + input + "\":" + deep + "}");
      }
      for (String number : new String[] {"9".repeat(10_000), "0." + "9".repeat(10_000)}) {
        BindingLaws.check("{\"" + input + "\":" + number + "}");
      }
    }
  }

  /** What a person pastes, or an attacker writes, is trimmed in a time that grows with it. */
  @Example
  void longRunsOfSpaces() {
    String spaces = "a" + " ".repeat(500_000) + "b";
    for (String input : INPUTS) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> BindingLaws.check("{\"" + input + "\":\"" + spaces + "\"}"));
    }
  }

  private static String complete() {
    return "{"
        + String.join(",", INPUTS.stream().map(name -> "\"" + name + "\":\"x\"").toList())
        + "}";
  }

  @Provide
  Arbitrary<Map<String, String>> headers() {
    return Arbitraries.maps(
        Arbitraries.of(
            "connection",
            "retryBackoff",
            "onRejected",
            "onDoubt",
            "onDuplicate",
            "afterUpload",
            "timeout",
            "x"),
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "PT5M",
                "P30D",
                "PT-1S",
                "PT0S",
                "P9999999999999D",
                "incident",
                "bpmn-error",
                "resubmit",
                "complete",
                "BPMN_ERROR"),
            Arbitraries.strings()));
  }

  @Provide
  Arbitrary<ObjectNode> variables() {
    Arbitrary<String> names =
        Arbitraries.of(
            Stream.concat(
                    INPUTS.stream(),
                    Stream.of(
                        "identification_type",
                        "identification_number",
                        "file_name",
                        "content_base64",
                        "camunda.document.type",
                        "documentId",
                        "documentType",
                        "metadata",
                        "fileName",
                        "size"))
                .toList());
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of("", " ", "\u00a0", "7047318856652261676", "true", "3", "SGFsbG8="),
            Arbitraries.strings().ofMaxLength(80).map(text -> BindingLaws.CANARY + text),
            Arbitraries.strings()
                .ofMaxLength(80)
                .map(text -> "https://" + BindingLaws.CANARY + text));
    return AnyJson.object(names, texts);
  }
}
