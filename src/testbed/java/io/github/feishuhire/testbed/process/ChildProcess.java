package io.github.feishuhire.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A process that does not outlive these tests. */
public final class ChildProcess {

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().unstarted(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final Process process;
  private final Path output;

  private ChildProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
    RUNNING.add(process);
  }

  /** Starts a Java program on the JDK of this one. */
  public static ChildProcess java(
      List<String> arguments, Map<String, String> environment, Path output) {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(arguments);
    builder.environment().keySet().removeIf(ChildProcess::configuresThePrograms);
    builder.environment().putAll(environment);
    try {
      return new ChildProcess(
          builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean configuresThePrograms(String variable) {
    return variable.matches("(ZEEBE|CAMUNDA|FEISHU|SPRING|SERVER|MANAGEMENT)_.*|JAVA_TOOL_OPTIONS");
  }

  /** Everything it has written until now. */
  public String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL; returns when it is dead. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(30);
  }

  /** Returns when it has ended by itself, and says how. */
  public int awaitStatus(int patienceSeconds) {
    awaitEnd(patienceSeconds);
    return process.exitValue();
  }

  /** SIGTERM; returns when it has ended, and says how. */
  public int terminate(int patienceSeconds) {
    process.destroy();
    awaitEnd(patienceSeconds);
    return process.exitValue();
  }

  /** SIGSTOP. */
  public void pause() {
    signal("STOP");
  }

  /** SIGCONT. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      int status =
          new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
      if (status != 0) {
        throw new IllegalStateException("kill -" + name + " ended with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd(int seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("still running after " + seconds + " s");
      }
      RUNNING.remove(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
