package io.github.feishuhire.worker.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What Await Delivery Result and Check Delivery Result are told. */
final class TaskReferenceTest {

  static Stream<Operation<?>> operations() {
    return Stream.of(AwaitDeliveryResult.operation(), CheckDeliveryResult.operation());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isAWebsiteAndATask(Operation<?> operation) {
    Inputs inputs =
        Inputs.of(
            "{\"website_id\":\"7047318856652261676\",\"task_id\":\"f1c2a0f138ec492d99d7ab73594158ad\"}");

    assertThat((Object) operation.binding().bind(inputs))
        .isEqualTo(
            new TaskReference.OfTask("7047318856652261676", "f1c2a0f138ec492d99d7ab73594158ad"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void isAnApplicationThatAPersonFoundWhereThereIsNoTask(Operation<?> operation) {
    Inputs found = Inputs.of("{\"website_id\":null,\"task_id\":null,\"application_id\":\"7400\"}");
    Inputs both =
        Inputs.of("{\"website_id\":\"7047\",\"task_id\":\"f1c2\",\"application_id\":\"7400\"}");

    assertThat((Object) operation.binding().bind(found)).isEqualTo(new TaskReference.Found("7400"));
    assertThat((Object) operation.binding().bind(both))
        .as("of an earlier delivery")
        .isEqualTo(new TaskReference.OfTask("7047", "f1c2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"task_id":"f1c2"}                                    | website_id | MISSING
          {"website_id":"7047318856652261676"}                  | task_id    | MISSING
          {"website_id":7047318856652261676,"task_id":"f1c2"}   | website_id | NUMBER
          {"website_id":"7047318856652261676","task_id":1}      | task_id    | NUMBER
          {"website_id":"a/b","task_id":"f1c2"}                 | website_id | NOT_AN_ID
          {"website_id":"7047318856652261676","task_id":"../x"} | task_id    | NOT_AN_ID
          {"website_id":"7047318856652261676","task_id":{}}     | task_id    | NOT_TEXT
          """)
  void namesTheInputThatIsWrong(String variables, String name, Problem problem) {
    for (Operation<?> operation : operations().toList()) {
      InvalidInputException refusal =
          catchThrowableOfType(
              InvalidInputException.class, () -> operation.binding().bind(Inputs.of(variables)));

      assertThat(refusal.name()).isEqualTo(name);
      assertThat(refusal.problem()).isEqualTo(problem);
    }
  }
}
