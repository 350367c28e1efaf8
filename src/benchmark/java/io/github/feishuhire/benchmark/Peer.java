package io.github.feishuhire.benchmark;

import io.github.feishuhire.benchmark.peer.Bare;
import io.github.feishuhire.benchmark.peer.ConnectorRuntime;
import io.github.feishuhire.benchmark.peer.Noop;
import io.github.feishuhire.benchmark.peer.Sdk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The workers that are compared, and how each is started. */
enum Peer {
  NOOP("no-op, 32 threads", Models.SUBMIT) {
    @Override
    List<String> arguments() {
      return handMade(Noop.class, 32);
    }
  },
  BARE("bare OkHttp, 32 threads", Models.SUBMIT) {
    @Override
    List<String> arguments() {
      return handMade(Bare.class, 32);
    }
  },
  SDK_1("official SDK, 1 thread", Models.SUBMIT) {
    @Override
    List<String> arguments() {
      return handMade(Sdk.class, 1);
    }
  },
  SDK_32("official SDK, 32 threads", Models.SUBMIT) {
    @Override
    List<String> arguments() {
      return handMade(Sdk.class, 32);
    }
  },
  CONNECTOR_RUNTIME("Camunda's connector runtime", Models.REST) {
    @Override
    List<String> arguments() {
      return List.of(
          "-cp",
          CLASSES + ":" + read(Benchmark.FOLDER.resolve("connector-runtime.classpath")),
          ConnectorRuntime.class.getName(),
          "--camunda.connector.polling.enabled=false", // inbound connectors, which need Operate
          "--camunda.connector.webhook.enabled=false");
    }
  },
  OURS("this connector", Models.SUBMIT) {
    @Override
    List<String> arguments() {
      return ours(
          IntStream.range(0, Models.CONNECTIONS)
              .mapToObj(number -> "feishu.connections." + Models.connection(number))
              .flatMap(
                  one ->
                      Stream.of(
                          "--" + one + ".app-id=cli_bench",
                          "--" + one + ".app-secret=secret",
                          "--" + one + ".base-url=${feishu.base-url}"))
              .toList());
    }
  };

  /** What docs/operators.md recommends; the workers made by hand have the same. */
  static final List<String> JVM_OPTIONS =
      List.of(
          "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

  private static final Path CLASSES = Path.of("target", "test-classes").toAbsolutePath();
  private static final Path CONNECTOR = Benchmark.FOLDER.resolve("connector");

  private final String title;
  private final String process;

  Peer(String title, String process) {
    this.title = title;
    this.process = process;
  }

  /** One thread, which is the connector runtime's default, gets a sixteenth of the work. */
  int share() {
    return this == SDK_1 || this == CONNECTOR_RUNTIME ? 16 : 1;
  }

  /** What follows {@code java}. */
  abstract List<String> arguments();

  String title() {
    return title;
  }

  /** The process that has its jobs. */
  String process() {
    return process;
  }

  String jobType() {
    return Models.jobType(process);
  }

  static List<String> ours(List<String> settings) {
    List<String> arguments = new ArrayList<>(JVM_OPTIONS);
    arguments.addAll(
        List.of(
            "-XX:AOTCache=" + CONNECTOR.resolve("connector.aot"),
            "-jar",
            CONNECTOR.resolve("feishu-hire-connector.jar").toString()));
    arguments.addAll(settings);
    return arguments;
  }

  private static List<String> handMade(Class<?> program, int threads) {
    List<String> arguments = new ArrayList<>(JVM_OPTIONS);
    arguments.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            program.getName(),
            String.valueOf(threads)));
    return arguments;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
