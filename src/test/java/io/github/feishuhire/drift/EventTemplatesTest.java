package io.github.feishuhire.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.worker.catalogue.EventType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates of events wait for what the worker publishes. */
final class EventTemplatesTest {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private static final List<String> PLACES =
      List.of(
          "bpmn:IntermediateCatchEvent",
          "bpmn:BoundaryEvent",
          "bpmn:ReceiveTask",
          "bpmn:StartEvent");

  static List<ElementTemplate> english() {
    return ElementTemplate.in("element-templates/en/event");
  }

  static List<ElementTemplate> chinese() {
    return ElementTemplate.in("element-templates/zh-CN/event");
  }

  static Stream<ElementTemplate> all() {
    return Stream.concat(english().stream(), chinese().stream());
  }

  @Test
  void eachEventHasOneForEachPlace() {
    Map<String, List<String>> places =
        english().stream()
            .collect(
                Collectors.groupingBy(
                    EventTemplatesTest::messageName,
                    Collectors.mapping(
                        template -> template.json().at("/elementType/value").asText(),
                        Collectors.toList())));

    assertThat(places.keySet())
        .containsExactlyInAnyOrder(
            "feishu-hire:application-stage-changed",
            "feishu-hire:application-deleted",
            "feishu-hire:offer-status-changed");
    assertThat(places.values())
        .allSatisfy(found -> assertThat(found).containsExactlyInAnyOrderElementsOf(PLACES));
    assertThat(all().map(ElementTemplate::id).distinct()).hasSize(english().size());
    assertThat(english())
        .extracting(one -> one.json().path("name").asText())
        .doesNotHaveDuplicates()
        .contains(
            "Feishu Hire: Stage Changed",
            "Feishu Hire: Offer Status Changed",
            "Feishu Hire: Application Deleted");
  }

  @ParameterizedTest
  @MethodSource("all")
  void waitsForAMessageThatIsPublished(ElementTemplate template) {
    assertThat(Stream.of(EventType.values()).map(EventType::messageName))
        .contains(messageName(template));
    assertThat(template.bound("zeebe:output"))
        .extracting(output -> output.at("/binding/source").asText())
        .containsExactly("=" + EventType.VARIABLE);
  }

  /** The key of a start event would be for nothing. */
  @ParameterizedTest
  @MethodSource("all")
  void saysWhoseEventsButAtTheStart(ElementTemplate template) {
    boolean starts = template.json().at("/elementType/value").asText().equals("bpmn:StartEvent");

    assertThat(
            template
                .bound("bpmn:Message#zeebe:subscription#property")
                .map(key -> key.path("value").asText()))
        .hasSize(starts ? 0 : 1)
        .allMatch(key -> key.equals("=delivery_result.application_id") || key.equals("=offer.id"));
  }

  @ParameterizedTest
  @MethodSource("chinese")
  void leavesNoWordInEnglishByAccident(ElementTemplate template) {
    assertThat(TemplateWords.of(template.json()))
        .isNotEmpty()
        .allSatisfy(words -> assertThat(words).containsPattern(HAN));
  }

  @ParameterizedTest
  @MethodSource("english")
  void bindsTheSameInBothLanguages(ElementTemplate template) {
    ElementTemplate other =
        chinese().stream().filter(one -> one.id().equals(template.id())).findFirst().orElseThrow();

    assertThat(bindings(other)).isEqualTo(bindings(template));
  }

  private static List<String> bindings(ElementTemplate template) {
    return template
        .properties()
        .map(property -> property.path("binding") + " " + property.path("value"))
        .toList();
  }

  private static String messageName(ElementTemplate template) {
    return template
        .bound("bpmn:Message#property")
        .map(name -> name.path("value").asText())
        .collect(Collectors.joining());
  }
}
