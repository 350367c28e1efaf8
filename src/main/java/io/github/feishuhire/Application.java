package io.github.feishuhire;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The connector as one process. */
@SpringBootApplication
public class Application {

  /** Starts the worker; it runs until the process is asked to stop. */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}
