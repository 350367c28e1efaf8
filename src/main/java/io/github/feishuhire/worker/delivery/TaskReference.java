package io.github.feishuhire.worker.delivery;

import static io.github.feishuhire.worker.catalogue.CommonInputs.TASK_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;

import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import io.github.feishuhire.worker.input.Inputs;

/** Which delivery a step is about. */
sealed interface TaskReference {

  String PAGE =
      "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/website-delivery_task/get";

  /** Given by Submit in place of a task's id, where a person has found the application. */
  Input APPLICATION_ID =
      Input.of(DeliveryResult.APPLICATION_ID, new Kind.HandedOn()).in(Group.DELIVERY);

  /** One that Feishu is asked for. */
  record OfTask(String websiteId, String taskId) implements TaskReference {}

  /** One that a person has found in Feishu; there is nothing left to ask. */
  record Found(String applicationId) implements TaskReference {}

  static TaskReference bind(Inputs inputs) {
    return inputs.optionalText(TASK_ID) == null && inputs.optionalText(APPLICATION_ID) != null
        ? new Found(inputs.id(APPLICATION_ID))
        : new OfTask(inputs.id(WEBSITE_ID), inputs.id(TASK_ID));
  }
}
