package io.github.feishuhire.demo.page;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.util.List;
import java.util.Map;

/** Deploys what somebody has dropped on the page, and starts what was deployed. */
final class Models {

  /** A file as it was dropped. */
  record File(String name, String content) {

    @Override
    public String toString() {
      return "File[" + name + "]";
    }
  }

  private final CamundaClient client;

  Models(CamundaClient client) {
    this.client = client;
  }

  /** The ids of the processes in these files. */
  List<String> deploy(List<File> files) {
    File first = files.getFirst();
    DeployResourceCommandStep2 command =
        client.newDeployResourceCommand().addResourceStringUtf8(first.content(), first.name());
    for (File file : files.subList(1, files.size())) {
      command = command.addResourceStringUtf8(file.content(), file.name());
    }
    return command.send().join().getProcesses().stream()
        .map(process -> process.getBpmnProcessId())
        .toList();
  }

  /** The key of the instance. */
  long start(String process, Map<String, Object> variables) {
    return client
        .newCreateInstanceCommand()
        .bpmnProcessId(process)
        .latestVersion()
        .variables(variables)
        .send()
        .join()
        .getProcessInstanceKey();
  }
}
