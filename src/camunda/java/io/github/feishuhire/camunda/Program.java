package io.github.feishuhire.camunda;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A part that runs, on the JDK of this program. */
final class Program {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final long SECONDS_TO_END = 25;

  private final Part part;
  private final Process process;
  private final Path log;

  private Program(Part part, Process process, Path log) {
    this.part = part;
    this.process = process;
    this.log = log;
  }

  /**
   * @param leash has it end with this program, whatever ends that
   */
  static Program start(Part part, Path leash, Path logs) throws IOException {
    Path log = logs.resolve(part.log());
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().add("-javaagent:" + leash);
    builder.command().addAll(part.arguments());
    builder.environment().keySet().removeIf(Program::wouldConfigureIt);
    builder.environment().putAll(part.environment());
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new Program(part, process, log);
  }

  private static boolean wouldConfigureIt(String variable) {
    return variable.matches(
        "(ZEEBE|CAMUNDA|FEISHU|SPRING|SERVER|MANAGEMENT|LOGGING)_.*|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS");
  }

  /**
   * Returns when it can be used.
   *
   * @throws NotStarted when it will not be
   */
  void awaitReady(HttpClient http) throws NotStarted, InterruptedException {
    Instant limit = Instant.now().plus(PATIENCE);
    while (!isReady(http)) {
      if (!process.isAlive()) {
        throw new NotStarted("ended", part.name(), log);
      }
      if (Instant.now().isAfter(limit)) {
        throw new NotStarted("late", part.name(), PATIENCE.toSeconds(), log);
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private boolean isReady(HttpClient http) throws InterruptedException {
    var question = HttpRequest.newBuilder(part.ready()).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  String name() {
    return part.name();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns when it has ended. */
  void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
