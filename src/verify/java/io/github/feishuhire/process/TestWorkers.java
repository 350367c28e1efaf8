package io.github.feishuhire.process;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.Workers;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.job.Connections;
import io.github.feishuhire.worker.job.JobHandler;
import io.github.feishuhire.worker.job.Shutdown;
import io.github.feishuhire.worker.outcome.Reactions;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The workers as the application wires them, without Spring. */
public final class TestWorkers {

  private TestWorkers() {}

  /** Not started yet. */
  public static Workers of(CamundaClient client, URI feishu, Time time) {
    return of(client, Map.of("default", feishu), time);
  }

  /** With an app of its own for each connection. */
  public static Workers of(CamundaClient client, Map<String, URI> feishu, Time time) {
    Map<String, FeishuHire> byName = new HashMap<>();
    feishu.forEach(
        (name, address) ->
            byName.put(
                name,
                new FeishuHire(
                    new App(address, "cli_sandbox00000001", "sandbox-secret"),
                    QuotaShare.ALONE,
                    HttpSender.create(),
                    time)));
    var connections = new Connections(byName);
    var reactions = new Reactions(new Words(Language.EN), () -> 0.5);
    var handler = new JobHandler(client, connections, reactions, new Shutdown(time), time);
    var documents = new DocumentStore(client, Downloads.trusted(null), true);
    var web = new WebFiles(Downloads.untrusted(List.of()));
    return new Workers(client, Operations.all(documents, web), handler, time);
  }
}
