package io.github.feishuhire.demo.page;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.demo.seen.OpenIncident;
import io.github.feishuhire.demo.seen.Seen;
import java.util.Map;
import java.util.NoSuchElementException;

/** Does with an incident what its text asks for, as somebody would in Operate. */
final class Mending {

  private static final int TRIES = 3;

  private final Seen seen;
  private final CamundaClient client;

  Mending(Seen seen, CamundaClient client) {
    this.seen = seen;
    this.client = client;
  }

  /** Sets variables of the task alone, gives it tries, and resolves the incident. */
  void retry(long key, Map<String, Object> variables) {
    OpenIncident incident =
        seen.incident(key).orElseThrow(() -> new NoSuchElementException("incident " + key));
    if (!variables.isEmpty()) {
      var unused =
          client
              .newSetVariablesCommand(incident.elementKey())
              .variables(variables)
              .local(true)
              .send()
              .join();
    }
    if (incident.jobKey() > 0) {
      var unused = client.newUpdateRetriesCommand(incident.jobKey()).retries(TRIES).send().join();
    }
    var unused = client.newResolveIncidentCommand(key).send().join();
  }

  /** Gives an instance up. */
  void cancel(long instance) {
    var unused = client.newCancelInstanceCommand(instance).send().join();
  }
}
