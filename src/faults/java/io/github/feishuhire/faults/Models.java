package io.github.feishuhire.faults;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import java.util.List;

/** Processes as small as can be: {@code done} is the good end, {@code refused} a caught error. */
public final class Models {

  public static final String SUBMIT = "submit";
  static final String RESUBMIT = "resubmit";
  static final String LOOK_UP = "lookUp";
  static final String UPLOAD = "upload";
  static final String SITE_USER = "siteUser";
  static final String AWAIT = "await";
  static final String SUBMIT_AND_AWAIT = "submitAndAwait";

  /** Connections besides the default one, each with a model that submits by it. */
  static final String OTHER = "other";

  static final String THIRD = "third";

  private final String lane;

  private Models(String lane) {
    this.lane = lane;
  }

  /** The model that submits by this connection. */
  static String submitBy(String connection) {
    return SUBMIT + "-" + connection;
  }

  public static List<BpmnModelInstance> all() {
    return all("");
  }

  /**
   * As many again, for rows that run at the same time as others.
   *
   * @param lane prefix of their types of jobs, and suffix of their ids
   */
  static List<BpmnModelInstance> all(String lane) {
    Models models = new Models(lane);
    return List.of(
        models.oneTask(SUBMIT, "submit-website-delivery", "onDoubt", "incident"),
        models.oneTask(RESUBMIT, "submit-website-delivery", "onDoubt", "resubmit"),
        models.oneTask(LOOK_UP, "submit-website-delivery", "onDoubt", "look-up"),
        models.oneTask(submitBy(OTHER), "submit-website-delivery", "connection", OTHER),
        models.oneTask(submitBy(THIRD), "submit-website-delivery", "connection", THIRD),
        models.oneTask(UPLOAD, "upload-resume", "onRejected", "bpmn-error"),
        models.oneTask(SITE_USER, "create-site-user", "onRejected", "bpmn-error"),
        models.oneTask(AWAIT, "await-delivery-result", "onDuplicate", "complete"),
        models.submitAndAwait());
  }

  /** A model's id on a lane. */
  static String id(String model, String lane) {
    return lane.isEmpty() ? model : model + "-" + lane;
  }

  private BpmnModelInstance oneTask(String process, String job, String header, String value) {
    return refusable(
            Bpmn.createExecutableProcess(id(process, lane)).startEvent().serviceTask("task"), job)
        .zeebeTaskHeader(header, value)
        .endEvent("done")
        .done();
  }

  private BpmnModelInstance submitAndAwait() {
    return Bpmn.createExecutableProcess(id(SUBMIT_AND_AWAIT, lane))
        .startEvent()
        .serviceTask("submit")
        .zeebeJobType(type("submit-website-delivery"))
        .serviceTask("await")
        .zeebeJobType(type("await-delivery-result"))
        .zeebeTaskHeader("onDuplicate", "complete")
        .endEvent("done")
        .done();
  }

  private ServiceTaskBuilder refusable(ServiceTaskBuilder task, String job) {
    return task.zeebeJobType(type(job))
        .zeebeJobRetries("3")
        .zeebeTaskHeader("retryBackoff", "PT1S")
        .boundaryEvent("failure")
        .error()
        .endEvent("refused")
        .moveToActivity("task");
  }

  private String type(String job) {
    return lane + "feishu-hire:" + job + ":1";
  }
}
