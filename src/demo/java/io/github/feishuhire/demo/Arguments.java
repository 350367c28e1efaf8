package io.github.feishuhire.demo;

import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.util.List;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What somebody wants who starts it.
 *
 * @param language as the connector is told it: FEISHU_LANGUAGE, or an argument
 * @param exit whether it is to end by itself
 */
public record Arguments(Language language, boolean exit) {

  public static Arguments of(String... args) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
    return new Arguments(
        Language.of(environment.getProperty("feishu.language", "en")).orElse(Language.EN),
        List.of(args).contains("--exit"));
  }

  /** What the demo says. */
  public Words words() {
    return new Words(language, Words.in(language, "io.github.feishuhire.demo.demo"));
  }
}
