package io.github.feishuhire.faults.engine;

import io.github.feishuhire.benchmark.peer.ConnectorRuntime;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Camunda's connector runtime 8.8.7 with its REST connector, laid out and started as its image does
 * it: a folder of its own jars, and after it one of those of others. Its application is no artifact
 * of Maven Central: so there is one like it, with the same settings.
 */
public final class RuntimeImage {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String MAIN = ConnectorRuntime.class.getName();

  private static final String SETTINGS =
      """
      server.port=0
      management.server.base-path=/actuator
      management.endpoints.web.exposure.include=metrics,health,prometheus
      management.endpoint.health.group.readiness.include[]=zeebeClient
      management.endpoint.health.show-components=always
      management.endpoint.health.show-details=always
      camunda.client.execution-threads=10
      camunda.client.worker.defaults.max-jobs-active=32
      camunda.client.worker.defaults.stream-enabled=true
      server.max-http-request-header-size=1MB
      """;

  /** What it would need a cluster with Operate for, and less of this machine. */
  private static final Map<String, String> HERE =
      Map.of(
          "CAMUNDA_CLIENT_MODE", "self-managed",
          "CAMUNDA_CONNECTOR_POLLING_ENABLED", "false",
          "CAMUNDA_CONNECTOR_WEBHOOK_ENABLED", "false",
          "JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");

  private final Path folder;

  private RuntimeImage(Path folder) {
    this.folder = folder;
  }

  /** Started as it comes. */
  public static Program alone(Path folder) {
    return new RuntimeImage(folder).lay(List.of());
  }

  /** With the connector's jar in the folder for those of others. */
  public static Program withConnector(Path folder) {
    return new RuntimeImage(folder)
        .lay(List.of(TARGET.resolve("feishu-hire-connector-runtime-8.8.jar")));
  }

  private Program lay(List<Path> custom) {
    try {
      lay("app", ownJars());
      lay("custom", custom);
      layApplication(folder.resolve("application"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String classPath =
        String.join(
            File.pathSeparator,
            folder.resolve("application").toString(),
            folder.resolve("app") + "/*",
            folder.resolve("custom") + "/*");
    return new Program(List.of("-cp", classPath, MAIN), HERE);
  }

  private static List<Path> ownJars() throws IOException {
    String classPath = Files.readString(TARGET.resolve("benchmark/connector-runtime.classpath"));
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(classPath.strip())
        .map(Path::of)
        .toList();
  }

  private void lay(String name, List<Path> jars) throws IOException {
    Path jarFolder = Files.createDirectories(folder.resolve(name));
    for (Path jar : jars) {
      Files.createSymbolicLink(jarFolder.resolve(jar.getFileName()), jar);
    }
  }

  /** Its class, and nothing else of the tests. */
  private static void layApplication(Path application) throws IOException {
    String name = MAIN.replace('.', '/') + ".class";
    Path file = application.resolve(name);
    Files.createDirectories(file.getParent());
    try (var bytes = ConnectorRuntime.class.getClassLoader().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(bytes), file);
    }
    Files.writeString(application.resolve("application.properties"), SETTINGS);
  }
}
