package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.download.Downloads;
import io.github.feishuhire.api.http.Exchange;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.Workers;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.job.Connections;
import io.github.feishuhire.worker.job.JobHandler;
import io.github.feishuhire.worker.job.Shutdown;
import io.github.feishuhire.worker.outcome.Reactions;
import io.github.feishuhire.worker.outcome.Texts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/**
 * Every bean, in the order in which they build on one another. The Camunda client is its starter's.
 */
@Configuration(proxyBeanMethods = false)
class Wiring {

  @Bean
  @Profile("sandbox")
  Sandbox sandbox() {
    return Sandbox.start();
  }

  @Bean
  Time time() {
    return Time.system();
  }

  @Bean
  Connections connections(FeishuProperties settings, ObjectProvider<Sandbox> sandbox, Time time) {
    Exchange exchange = Exchange.create();
    Map<String, FeishuHire> byName = new HashMap<>();
    settings
        .apps()
        .forEach(
            (name, app) ->
                byName.put(
                    name,
                    new FeishuHire(reached(app, sandbox), settings.quotaShare(), exchange, time)));
    return new Connections(byName);
  }

  private static App reached(App app, ObjectProvider<Sandbox> sandbox) {
    Sandbox standIn = sandbox.getIfAvailable();
    return standIn == null ? app : new App(standIn.baseUrl(), app.appId(), app.appSecret());
  }

  @Bean
  JobHandler jobHandler(
      CamundaClient client, Connections connections, FeishuProperties settings, Time time) {
    Texts texts = new Texts(settings.locale());
    Reactions reactions = new Reactions(texts, () -> ThreadLocalRandom.current().nextDouble());
    return new JobHandler(client, connections, reactions, new Shutdown(time), time);
  }

  @Bean
  DocumentStore documentStore(CamundaClient client, Environment environment) {
    String certificates = client.getConfiguration().getCaCertificatePath();
    return new DocumentStore(
        client,
        Downloads.trusted(certificates == null ? null : Path.of(certificates)),
        RestAddress.isConfigured(environment));
  }

  @Bean
  WebFiles webFiles(ResumeUrlProperties settings) {
    return new WebFiles(Downloads.untrusted(settings.checkedHosts()));
  }

  @Bean
  Workers workers(
      CamundaClient client, DocumentStore documents, WebFiles web, JobHandler handler, Time time) {
    return new Workers(client, Operations.all(documents, web), handler, time);
  }

  @Bean
  WorkersLifecycle workersLifecycle(Workers workers) {
    return new WorkersLifecycle(workers);
  }
}
