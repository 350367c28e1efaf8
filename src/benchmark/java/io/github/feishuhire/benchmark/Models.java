package io.github.feishuhire.benchmark;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.util.ArrayList;
import java.util.List;

/** Processes of one task. */
final class Models {

  static final String SUBMIT = "submit";
  static final String AWAIT = "await";
  static final String REST = "rest";
  static final String EVENT = "event";

  /**
   * Feishu's limits are per app: with so many apps in turn, none of them is reached, and the worker
   * is measured instead of Feishu.
   */
  static final int CONNECTIONS = 40;

  private Models() {}

  static String connection(int number) {
    return "app" + number;
  }

  /** The process whose task names this connection. */
  static String submitWith(int connection) {
    return SUBMIT + "-" + connection(connection);
  }

  static String jobType(String process) {
    return switch (process) {
      case SUBMIT -> "feishu-hire:submit-website-delivery:1";
      case AWAIT -> "feishu-hire:await-delivery-result:1";
      case REST -> "io.camunda:http-json:1";
      default -> throw new IllegalArgumentException(process);
    };
  }

  static List<BpmnModelInstance> all() {
    List<BpmnModelInstance> all = new ArrayList<>();
    for (int number = 0; number < CONNECTIONS; number++) {
      all.add(task(submitWith(number), SUBMIT, connection(number)));
    }
    all.add(task(SUBMIT, SUBMIT, "default"));
    all.add(task(AWAIT, AWAIT, "default"));
    all.add(rest());
    all.add(event());
    return all;
  }

  private static BpmnModelInstance task(String process, String kind, String connection) {
    return Bpmn.createExecutableProcess(process)
        .startEvent()
        .serviceTask("task")
        .zeebeJobType(jobType(kind))
        .zeebeTaskHeader("connection", connection)
        .zeebeTaskHeader("onDuplicate", "complete")
        .endEvent()
        .done();
  }

  /** Ends with the first change of the application's stage. */
  private static BpmnModelInstance event() {
    return Bpmn.createExecutableProcess(EVENT)
        .startEvent()
        .intermediateCatchEvent("changed")
        .message(
            message ->
                message
                    .name("feishu-hire:application-stage-changed")
                    .zeebeCorrelationKey("=application_id"))
        .endEvent()
        .done();
  }

  /** The same call, as the template of the REST connector describes it. */
  private static BpmnModelInstance rest() {
    return Bpmn.createExecutableProcess(REST)
        .startEvent()
        .serviceTask("task")
        .zeebeJobType(jobType(REST))
        .zeebeInput("=\"bearer\"", "authentication.type")
        .zeebeInput("=\"t-fixed\"", "authentication.token")
        .zeebeInput("=\"POST\"", "method")
        .zeebeInput(
            "=base_url + \"/open-apis/hire/v1/websites/\" + website_id + \"/deliveries/create_by_attachment\"",
            "url")
        .zeebeInput(
            "={job_post_id: job_post_id, user_id: user_id, resume_file_id: resume_file_id}", "body")
        .zeebeInput("=20", "connectionTimeoutInSeconds")
        .zeebeInput("=20", "readTimeoutInSeconds")
        .zeebeTaskHeader("resultExpression", "={task_id: response.body.data.task_id}")
        .endEvent()
        .done();
  }
}
