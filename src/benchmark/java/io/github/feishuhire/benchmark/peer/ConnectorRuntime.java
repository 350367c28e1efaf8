package io.github.feishuhire.benchmark.peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Camunda's connector runtime, once it is started with its own class path. */
@EnableAutoConfiguration
public class ConnectorRuntime {

  public static void main(String[] args) {
    SpringApplication.run(ConnectorRuntime.class, args);
  }
}
