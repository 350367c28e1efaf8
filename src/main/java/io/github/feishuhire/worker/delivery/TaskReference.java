package io.github.feishuhire.worker.delivery;

import static io.github.feishuhire.worker.catalogue.CommonInputs.TASK_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;

import io.github.feishuhire.worker.input.Inputs;

/** Which delivery task a step is about. */
record TaskReference(String websiteId, String taskId) {

  static final String PAGE =
      "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/website-delivery_task/get";

  static TaskReference bind(Inputs inputs) {
    return new TaskReference(inputs.id(WEBSITE_ID), inputs.id(TASK_ID));
  }
}
