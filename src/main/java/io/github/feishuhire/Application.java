package io.github.feishuhire;

import io.github.feishuhire.settings.SettingsCheck;
import io.github.feishuhire.worker.catalogue.EventType;
import io.github.feishuhire.worker.engine.DeepVariables;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The connector as one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Application {

  /**
   * Runs a command and ends with its status. Without one it serves jobs until the process is asked
   * to stop; it ends with status 1 and one line when a setting is wrong.
   */
  public static void main(String[] args) {
    DeepVariables.allow();
    if (CommandStart.isFor(args)) {
      System.exit(CommandStart.run(args));
    }
    SpringApplication application = new SpringApplication(Application.class);
    application.addListeners(new SettingsCheck(ServedJobs.KNOWN, EventType.types()));
    try {
      application.run(args);
    } catch (AbandonedRunException e) {
      System.exit(1);
    }
  }
}
