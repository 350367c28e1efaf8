package io.github.feishuhire.worker.delivery;

import io.github.feishuhire.worker.input.Inputs;
import java.util.List;

/** Which delivery task a step is about. */
record TaskReference(String websiteId, String taskId) {

  static final List<String> INPUTS = List.of("website_id", "task_id");

  static TaskReference bind(Inputs inputs) {
    return new TaskReference(inputs.id("website_id"), inputs.id("task_id"));
  }
}
