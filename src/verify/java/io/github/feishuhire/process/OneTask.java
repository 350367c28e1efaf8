package io.github.feishuhire.process;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.util.Map;

/** The smallest process around one service task. */
final class OneTask {

  private OneTask() {}

  /** The process {@code id}; its task is called {@code task} and has these headers. */
  static String of(String id, String jobType, Map<String, String> headers) {
    return Bpmn.convertToString(
        Bpmn.createExecutableProcess(id)
            .startEvent()
            .serviceTask(
                "task",
                task -> {
                  task.zeebeJobType(jobType);
                  headers.forEach(task::zeebeTaskHeader);
                })
            .endEvent()
            .done());
  }
}
