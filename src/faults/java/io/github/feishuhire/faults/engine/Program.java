package io.github.feishuhire.faults.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a worker is started as.
 *
 * @param arguments of Java
 */
public record Program(List<String> arguments, Map<String, String> environment) {

  /** The connector as a process of its own, as in its image. */
  public static Program connector(Path jar) {
    return new Program(List.of("-jar", jar.toString()), Image.environment());
  }
}
