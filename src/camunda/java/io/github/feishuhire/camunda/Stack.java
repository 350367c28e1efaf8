package io.github.feishuhire.camunda;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The programs that run, and end together. */
final class Stack implements AutoCloseable {

  private final Path leash;
  private final Path logs;
  private final Consumer<String> up;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Program> programs = new ArrayList<>();
  private boolean closed;

  /**
   * @param up is told the name of each part that can be used
   */
  Stack(Home home, Consumer<String> up) throws IOException {
    this.leash = LeashJar.write(home.folder());
    this.logs = home.logs();
    this.up = up;
  }

  /**
   * Starts them side by side; returns when all of them can be used.
   *
   * @throws NotStarted when one cannot
   */
  void start(Part... parts) throws IOException, NotStarted, InterruptedException {
    List<Program> started = new ArrayList<>();
    for (Part part : parts) {
      started.add(start(part));
    }
    for (Program program : started) {
      program.awaitReady(http);
      up.accept(program.name());
    }
  }

  private synchronized Program start(Part part) throws IOException {
    if (closed) {
      throw new IOException("stopped");
    }
    Program program = Program.start(part, leash, logs);
    programs.add(program);
    return program;
  }

  /** The last one first, because each needs those before it. */
  @Override
  public synchronized void close() {
    closed = true;
    programs.reversed().forEach(Program::stop);
    programs.clear();
    http.close();
  }
}
