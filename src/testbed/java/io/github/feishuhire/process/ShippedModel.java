package io.github.feishuhire.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A model as it is in {@code bpmn/}. */
public final class ShippedModel {

  private static final Path FOLDER = Path.of("bpmn");

  private ShippedModel() {}

  /** All files of the folder and of those in it, in alphabetical order. */
  public static List<String> names() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as it is. */
  public static String of(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same with user tasks that a job worker can do. The shipped ones are Camunda user tasks,
   * which only Tasklist and the REST API can complete, and the embedded engine has neither.
   */
  public static String withUserTasksAsJobs(String name) {
    return of(name).replace("<zeebe:userTask />", "");
  }
}
