package io.github.feishuhire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import io.camunda.client.CamundaClient;
import io.github.feishuhire.settings.RestAddress;
import io.github.feishuhire.settings.WorkerSettings;
import io.github.feishuhire.worker.engine.VirtualCallbacks;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
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

  /** The client writes JSON on the thread of a job, which is new for each. */
  @Bean
  Jackson2ObjectMapperBuilderCustomizer sharedBuffers() {
    return builder ->
        builder.factory(
            JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build());
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
