package io.github.feishuhire.build;

import static java.util.stream.Collectors.joining;

import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.catalogue.EventType;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables of both READMEs, between the lines that mark them. */
final class Tables {

  private final List<Task> tasks;
  private final Words words;

  Tables(List<Task> tasks, Words words) {
    this.tasks = tasks;
    this.words = words;
  }

  /** Into the README in the language of the words. */
  void write(Path root, Generated files) throws IOException {
    Path file =
        root.resolve(
            switch (words.language()) {
              case EN -> "README.md";
              case ZH_CN -> "README.zh-CN.md";
            });
    String text = Files.readString(file);
    text = between(text, "operations", operations());
    text = between(text, "events", events());
    text = between(text, "errors", errors());
    files.put(file, text);
  }

  private static String between(String text, String mark, String table) {
    String open = "<!-- " + mark + " -->\n";
    int begin = text.indexOf(open);
    int end = text.indexOf("<!-- /" + mark + " -->");
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("no marks for the table of " + mark);
    }
    return text.substring(0, begin + open.length()) + table + text.substring(end);
  }

  private String operations() {
    return head("task", "jobType", "inputs", "output")
        + tasks.stream()
            .map(
                task ->
                    row(
                        name(task),
                        "`" + task.jobType() + "`",
                        inputs(task),
                        "`" + task.output().name() + "`"))
            .collect(joining());
  }

  private String inputs(Task task) {
    return task.inputs().stream().map(input -> input(task, input)).collect(joining(", "));
  }

  private String input(Task task, Input input) {
    String quoted = "`" + input.name() + "`";
    String name = input.isRequired() ? "**" + quoted + "**" : quoted;
    return words
        .find("table." + task.slug() + "." + input.name())
        .map(note -> words.say("table.note", name, note))
        .orElse(name);
  }

  private String events() {
    return head("event", "message", "key", "scope")
        + Stream.of(EventType.values())
            .map(
                event ->
                    row(
                        words.say("event." + event.slug() + ".name"),
                        quoted(event.messageName()),
                        quoted(event.key()),
                        words.list(event.scopes().stream().map(Tables::quoted))))
            .collect(joining());
  }

  private static String quoted(String text) {
    return "`" + text + "`";
  }

  private String errors() {
    return head("code", "when", "then", "tasks")
        + Stream.of(ErrorCode.values())
            .map(
                code ->
                    row(
                        "`" + code.code() + "`",
                        words.say("error." + code + ".when"),
                        words.say("error." + code + ".then"),
                        users(code)))
            .collect(joining());
  }

  private String users(ErrorCode code) {
    List<Task> users = tasks.stream().filter(task -> task.errors().contains(code)).toList();
    return users.size() == tasks.size()
        ? words.say("table.every")
        : words.list(users.stream().map(task -> name(task)));
  }

  private String name(Task task) {
    return words.say("task." + task.slug() + ".name");
  }

  private String head(String... columns) {
    String[] names =
        Stream.of(columns).map(one -> words.say("table." + one)).toArray(String[]::new);
    return row(names) + "|" + "---|".repeat(columns.length) + "\n";
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(cell -> cell.isEmpty() ? "" : " " + cell)
        .collect(joining(" |", "|", " |\n"));
  }
}
