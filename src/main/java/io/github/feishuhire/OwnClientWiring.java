package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.settings.RestAddress;
import io.github.feishuhire.settings.WorkerSettings;
import io.github.feishuhire.worker.engine.VirtualCallbacks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What concerns the Camunda client and its settings where nobody else uses them. */
@Configuration(proxyBeanMethods = false)
class OwnClientWiring {

  /** The starter gives it to its client. */
  @Bean
  VirtualCallbacks virtualCallbacks() {
    return new VirtualCallbacks();
  }

  @Bean
  PlainWays plainWays(CamundaClient client, Environment environment) {
    return new PlainWays(client, RestAddress.isConfigured(environment));
  }

  @Bean
  WorkerSettings workerSettings(Environment environment) {
    return WorkerSettings.of(environment);
  }
}
