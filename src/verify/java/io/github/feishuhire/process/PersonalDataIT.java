package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is left in the engine of a candidate's mobile number, e-mail and identity document. */
final class PersonalDataIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  private static final String JOB_TYPE = "feishu-hire:submit-website-delivery:1";
  private static final List<String> IDENTIFYING = List.of("mobile", "email", "identification");

  @BeforeAll
  static void deploy() {
    deploy("kept", "keep");
    deploy("blanked", "blank-identification");
    WORLD.deploy(
        "bare.bpmn",
        OneTask.of("bare", JOB_TYPE, Map.of("afterCompletion", "blank-identification")));
  }

  /** With mappings for its inputs and its output, as a template makes them. */
  private static void deploy(String id, String afterCompletion) {
    WORLD.deploy(
        id + ".bpmn",
        Bpmn.convertToString(
            Bpmn.createExecutableProcess(id)
                .startEvent()
                .serviceTask(
                    "task",
                    task -> {
                      task.zeebeJobType(JOB_TYPE).zeebeOutputExpression("task_id", "task_id");
                      task.zeebeTaskHeader("afterCompletion", afterCompletion);
                      Examples.submission()
                          .keySet()
                          .forEach(name -> task.zeebeInputExpression(name, name));
                    })
                .endEvent()
                .done()));
  }

  private static JsonNode ofTheTask(long instance) {
    return WORLD
        .journal()
        .variables(
            WORLD
                .journal()
                .jobs(instance, JobIntent.COMPLETED)
                .getFirst()
                .getValue()
                .getElementInstanceKey());
  }

  @Test
  void theTaskKeepsItsCopiesUnlessAskedNotTo() {
    long instance = WORLD.start("kept", Examples.submission());

    WORLD.end(instance);

    assertThat(ofTheTask(instance).path("mobile").textValue()).isEqualTo("182900291190");
  }

  @Test
  void theTasksCopiesAreBlankedAndItsResultIsNot() {
    long instance = WORLD.start("blanked", Examples.submission());

    JsonNode process = WORLD.end(instance);

    JsonNode task = ofTheTask(instance);
    assertThat(IDENTIFYING).allMatch(name -> task.path(name).isNull());
    assertThat(task.path("website_id").textValue()).isEqualTo("7047318856652261676");
    assertThat(process.path("task_id").textValue()).matches("[0-9a-f]{32}");
  }

  /** So the documentation says that the process has to blank them itself. */
  @Test
  void theVariablesOfTheProcessStay() {
    JsonNode process = WORLD.end(WORLD.start("blanked", Examples.submission()));

    assertThat(process.path("mobile").textValue()).isEqualTo("182900291190");
    assertThat(process.path("identification").isObject()).isTrue();
  }

  /** So the documentation says so, too. */
  @Test
  void aTaskWithoutMappingsBlanksTheVariablesOfTheProcess() {
    JsonNode process = WORLD.end(WORLD.start("bare", Examples.submission()));

    assertThat(IDENTIFYING).allMatch(name -> process.path(name).isNull());
    assertThat(process.path("task_id").textValue()).matches("[0-9a-f]{32}");
  }

  @Test
  void whatWasRefusedIsThereToBeCorrected() {
    long instance = WORLD.start("blanked", Examples.submission("website_id", 7));

    assertThat(WORLD.incident(instance).message()).contains("FEISHU_HIRE_INVALID_PARAMETER");

    assertThat(WORLD.journal().variables(WORLD.incident(instance).elementInstanceKey()))
        .anySatisfy(value -> assertThat(value.asText()).isEqualTo("182900291190"));
  }
}
