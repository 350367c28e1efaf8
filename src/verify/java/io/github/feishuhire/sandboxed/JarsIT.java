package io.github.feishuhire.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.Application;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.testbed.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jars, as the build has just made them. */
final class JarsIT {

  private static final Path CONNECTOR = Path.of("target", "feishu-hire-connector.jar");
  private static final Path SANDBOX = Path.of("target", "feishu-hire-sandbox.jar");
  private static final Path RUNTIME = Path.of("target", "feishu-hire-connector-runtime-8.8.jar");

  @Test
  void thatOfTheConnectorHasNothingOfTheSandbox() throws IOException {
    assertThat(entries(CONNECTOR))
        .contains(entry(Application.class))
        .noneMatch(name -> name.contains("sandbox"));
  }

  @Test
  void thatOfTheSandboxHasNothingElseBesidesTheConnector() throws IOException {
    Set<String> connector = entries(CONNECTOR);

    assertThat(entries(SANDBOX))
        .containsAll(connector)
        .filteredOn(name -> !connector.contains(name))
        .contains(entry(Sandbox.class), entry(SandboxApplication.class))
        .allMatch(name -> name.startsWith("BOOT-INF/classes/io/github/feishuhire/sandbox"));
  }

  @Test
  void thatOfTheSandboxNeedsNoSettings(@TempDir Path folder) throws IOException {
    Path output = folder.resolve("output.txt");
    Path templates = folder.resolve("templates");

    int status =
        ChildProcess.java(
                List.of("-jar", SANDBOX.toString(), "templates", "--out", templates.toString()),
                Map.of(),
                output)
            .awaitStatus(60);

    assertThat(status).as(Files.readString(output)).isZero();
    try (Stream<Path> files = Files.list(templates)) {
      assertThat(files).isNotEmpty();
    }
  }

  /** Its class path is somebody else's too: a settings file here would be that one's. */
  @Test
  void thatForCamundasRuntimeHasNothingThatSomebodyElseMayHaveToo() throws IOException {
    assertThat(entries(RUNTIME))
        .filteredOn(name -> !name.endsWith("/"))
        .contains("io/github/feishuhire/shaded/okhttp3/OkHttpClient.class")
        .noneMatch(name -> name.contains("/sandbox") || name.contains("/command/"))
        .filteredOn(name -> !name.startsWith("io/github/feishuhire/"))
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF",
            "META-INF/LICENSE",
            "META-INF/NOTICE",
            "THIRD-PARTY.txt",
            "META-INF/spring.factories",
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports");
  }

  private static Set<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).collect(Collectors.toSet());
    }
  }

  private static String entry(Class<?> type) {
    return "BOOT-INF/classes/" + type.getName().replace('.', '/') + ".class";
  }
}
