package io.github.feishuhire.faults;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.util.List;

/** Processes as small as can be: {@code done} is the good end, {@code refused} a caught error. */
final class Models {

  static final String SUBMIT = "submit";
  static final String RESUBMIT = "resubmit";
  static final String UPLOAD = "upload";
  static final String SITE_USER = "siteUser";
  static final String AWAIT = "await";
  static final String SUBMIT_AND_AWAIT = "submitAndAwait";

  private Models() {}

  static List<BpmnModelInstance> all() {
    return List.of(
        oneTask(SUBMIT, "submit-website-delivery", "onDoubt", "incident"),
        oneTask(RESUBMIT, "submit-website-delivery", "onDoubt", "resubmit"),
        oneTask(UPLOAD, "upload-resume", "onRejected", "bpmn-error"),
        oneTask(SITE_USER, "create-site-user", "onRejected", "bpmn-error"),
        oneTask(AWAIT, "await-delivery-result", "onDuplicate", "complete"),
        submitAndAwait());
  }

  private static BpmnModelInstance oneTask(
      String process, String job, String header, String value) {
    return refusable(Bpmn.createExecutableProcess(process).startEvent().serviceTask("task"), job)
        .zeebeTaskHeader(header, value)
        .endEvent("done")
        .done();
  }

  private static BpmnModelInstance submitAndAwait() {
    return Bpmn.createExecutableProcess(SUBMIT_AND_AWAIT)
        .startEvent()
        .serviceTask("submit")
        .zeebeJobType(type("submit-website-delivery"))
        .serviceTask("await")
        .zeebeJobType(type("await-delivery-result"))
        .zeebeTaskHeader("onDuplicate", "complete")
        .endEvent("done")
        .done();
  }

  private static ServiceTaskBuilder refusable(ServiceTaskBuilder task, String job) {
    return task.zeebeJobType(type(job))
        .zeebeJobRetries("3")
        .zeebeTaskHeader("retryBackoff", "PT1S")
        .boundaryEvent("failure")
        .error()
        .endEvent("refused")
        .moveToActivity("task");
  }

  private static String type(String job) {
    return "feishu-hire:" + job + ":1";
  }
}
