package io.github.feishuhire.worker.application;

import io.github.feishuhire.api.application.HiringProcess;
import io.github.feishuhire.api.application.Stage;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stage as a designer names it.
 *
 * @param text id, name in either language, or type
 */
record WantedStage(String text) {

  private static final Pattern ID = Pattern.compile("[0-9]{10,}");

  /** Whether it can be told without looking at the hiring processes. */
  boolean isId() {
    return ID.matcher(text).matches();
  }

  /** Whether it may be this one. */
  boolean mayBe(@Nullable Stage stage) {
    return stage != null && (isNamed(stage) || isOfType(stage));
  }

  /**
   * The stage that is meant: one of the process that the application is in. A name goes before a
   * type.
   *
   * @throws InvalidInputException where there is none, or more than one
   */
  Stage among(List<HiringProcess> processes, @Nullable Stage current) {
    List<Stage> stages =
        processes.stream()
            .filter(process -> current != null && contains(process, current))
            .findFirst()
            .map(Stream::of)
            .orElseGet(processes::stream)
            .flatMap(process -> process.stages().stream())
            .toList();
    List<Stage> named = found(stages, this::isNamed);
    List<Stage> meant = named.isEmpty() ? found(stages, this::isOfType) : named;
    if (meant.isEmpty()) {
      throw new InvalidInputException(MoveToStage.STAGE.name(), Problem.UNKNOWN_STAGE);
    }
    if (meant.size() > 1) {
      throw new InvalidInputException(MoveToStage.STAGE.name(), Problem.MORE_THAN_ONE_STAGE);
    }
    return meant.getFirst();
  }

  private static boolean contains(HiringProcess process, Stage stage) {
    return process.stages().stream().anyMatch(one -> one.id().equals(stage.id()));
  }

  private static List<Stage> found(List<Stage> stages, Predicate<Stage> wanted) {
    return stages.stream().filter(wanted).distinct().toList();
  }

  private boolean isNamed(Stage stage) {
    return text.equals(stage.id())
        || text.equalsIgnoreCase(stage.zhName())
        || text.equalsIgnoreCase(stage.enName());
  }

  private boolean isOfType(Stage stage) {
    return stage.type() != null
        && (text.equalsIgnoreCase(stage.type().word())
            || text.equals(String.valueOf(stage.type().number())));
  }
}
