package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process out of the templates for what comes after a delivery, with little filled in. */
final class HiringTemplatesIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  @BeforeAll
  static void deploy() {
    WORLD.deploy(
        "apply.bpmn", OneTask.of("apply", "feishu-hire:submit-structured-resume:1", Map.of()));
  }

  private static Map<String, Map<String, String>> entered() {
    Map<String, Map<String, String>> tasks = new LinkedHashMap<>();
    tasks.put("list-stages", Map.of());
    tasks.put("move-to-stage", Map.of("stage", "=hiring_processes[1].stages[3].name.zh_cn"));
    tasks.put("get-interviews", Map.of());
    tasks.put("get-evaluations", Map.of());
    tasks.put("get-offer", Map.of());
    tasks.put(
        "terminate-application",
        Map.of(
            "termination_type", "22", "withReasons", "true", "termination_reason_list", "薪资不符合预期"));
    tasks.put("recover-application", Map.of());
    tasks.put("get-application", Map.of());
    tasks.put("tag-talent", Map.of("tag", "人才储备"));
    tasks.put("create-note", Map.of("content", "候选人希望周五面试", "withApplication", "true"));
    return tasks;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void workOnTheResultOfADelivery(String language) throws IOException {
    JsonNode delivery =
        WORLD
            .end(WORLD.start("apply", Examples.structured(language + "@example.com")))
            .path("delivery");
    WORLD.deploy("hiring-" + language + ".bpmn", process(language));

    ObjectNode end =
        WORLD.end(
            WORLD.start(
                "hiring-" + language,
                Map.of(
                    "delivery_result",
                    Map.of(
                        "application_id",
                        delivery.path("application_id").textValue(),
                        "talent_id",
                        delivery.path("talent_id").textValue()))));

    assertThat(end.at("/application/id")).isEqualTo(delivery.path("application_id"));
    assertThat(end.at("/application/status").textValue()).isEqualTo("active");
    assertThat(end.at("/application/stage/type").textValue()).isEqualTo("interview");
    assertThat(end.path("interviews")).isEmpty();
    assertThat(end.path("evaluations")).isEmpty();
    assertThat(end.at("/offer/status").textValue()).isEqualTo("none");
    assertThat(end.at("/talent_tags/0/name/zh_cn").textValue()).isEqualTo("人才储备");
    assertThat(end.path("note_id").textValue()).isEqualTo(WORLD.sandbox().notes().getLast().id());
    assertThat(WORLD.sandbox().notes().getLast().applicationId())
        .hasValue(delivery.path("application_id").textValue());
    assertThat(WORLD.sandbox().notes().getLast().isPrivate()).isFalse();
  }

  private static String process(String language) throws IOException {
    AbstractFlowNodeBuilder<?, ?> builder =
        Bpmn.createExecutableProcess("hiring-" + language).startEvent();
    for (Map.Entry<String, Map<String, String>> task : entered().entrySet()) {
      Path file = Path.of("element-templates", language, task.getKey() + ".json");
      FilledIn template = new FilledIn(file, task.getValue());
      builder = builder.serviceTask(task.getKey(), template::apply);
    }
    return Bpmn.convertToString(builder.endEvent().done());
  }
}
