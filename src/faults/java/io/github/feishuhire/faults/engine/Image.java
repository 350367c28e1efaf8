package io.github.feishuhire.faults.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the image sets for the connector, so that each row is played by what is shipped. */
public final class Image {

  private static final Path FILE = Path.of("packaging", "Dockerfile");
  private static final Pattern VARIABLE = Pattern.compile("(?m)^ENV (\\w+)=\"?([^\"\\n]*)\"?$");

  private Image() {}

  /** Every variable of its environment, the options of the JVM among them. */
  public static Map<String, String> environment() {
    try {
      return VARIABLE
          .matcher(Files.readString(FILE))
          .results()
          .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
