package io.github.feishuhire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.TaskHeaders;
import io.github.feishuhire.worker.outcome.Attempt;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.Reactions;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What a person reads of something that went wrong, in each language. */
final class Lines {

  /** Ten names of a hundred characters, a log id, and the words between them. */
  private static final int LONGEST = 2000;

  private static final List<Reactions> LANGUAGES =
      Stream.of(Language.values())
          .map(language -> new Reactions(new Words(language), () -> 0.5))
          .toList();

  private static final Attempt ATTEMPT =
      new Attempt(SubmitWebsiteDelivery.TASK, TaskHeaders.of(Map.of()), 3, 1);

  private Lines() {}

  static Stream<String> of(FeishuFailure failure) {
    return of((reactions, attempt) -> reactions.to(failure, attempt));
  }

  static Stream<String> of(InvalidInputException invalid) {
    return of((reactions, attempt) -> reactions.to(invalid, attempt));
  }

  private static Stream<String> of(BiFunction<Reactions, Attempt, Outcome> reaction) {
    return LANGUAGES.stream().map(language -> text(reaction.apply(language, ATTEMPT)));
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.message();
      case Outcome.BpmnError error -> error.error().message();
      case Outcome.Completed completed -> throw new AssertionError("a failure is no success");
    };
  }

  /** One line that says something and cannot be taken for anything else. */
  static void check(String line) {
    assertThat(line).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST);
    assertThat(line.codePoints().filter(Lines::isUnprintable).count()).as(line).isZero();
  }

  private static boolean isUnprintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
