package io.github.feishuhire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

final class RestAddressIT {

  @Configuration
  static class Nothing {}

  @Test
  void isNotConfiguredWhenNobodySaidAnything() {
    assertThat(isConfigured()).isFalse();
  }

  @Test
  void isNotConfiguredByTheStartersDefault() {
    assertThat(isConfigured("--camunda.client.mode=self-managed")).isFalse();
  }

  @Test
  void isConfiguredByWhoeverSaysItEvenIfItIsTheDefault() {
    assertThat(
            isConfigured(
                "--camunda.client.mode=self-managed",
                "--camunda.client.restAddress=http://localhost:8088"))
        .isTrue();
  }

  @Test
  void isConfiguredByTheClusterInTheCloud() {
    assertThat(
            isConfigured(
                "--camunda.client.mode=saas",
                "--camunda.client.cloud.cluster-id=c1",
                "--camunda.client.cloud.region=bru-2"))
        .isTrue();
  }

  private static boolean isConfigured(String... settings) {
    SpringApplication application = new SpringApplication(Nothing.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (var context = application.run(settings)) {
      return RestAddress.isConfigured(context.getEnvironment());
    }
  }
}
