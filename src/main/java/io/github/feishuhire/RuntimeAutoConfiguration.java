package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.camunda.client.spring.configuration.CamundaAutoConfiguration;
import io.github.feishuhire.settings.SettingsCheck;
import io.github.feishuhire.settings.WorkerSettings;
import io.github.feishuhire.worker.catalogue.EventType;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureAfter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The connector in Camunda's connector runtime. Named by a file that only the jar for the runtime
 * has, and without a stereotype, so that the connector's own scan does not find it.
 */
@AutoConfigureAfter({
  CamundaAutoConfiguration.class,
  CompositeMeterRegistryAutoConfiguration.class,
  ObservationAutoConfiguration.class
})
@ConditionalOnBooleanProperty(name = "feishu-hire.enabled", matchIfMissing = true)
@ConditionalOnBean(CamundaClient.class)
final class RuntimeAutoConfiguration {

  /** Named for what it is called in the runtime's health. */
  @Bean
  static Guest feishuHireHealthContributor(
      ConfigurableListableBeanFactory beans, ConfigurableEnvironment environment) {
    WorkerSettings workers = WorkerSettings.ofOnly(ServedJobs.KNOWN, environment);
    SettingsCheck.warnAsGuest(environment);
    SettingsCheck.check(environment, workers, ServedJobs.KNOWN, EventType.types());
    return new Guest(beans, environment, workers);
  }
}
