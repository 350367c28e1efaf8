package io.github.feishuhire.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.worker.Operations;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scopes that the doctor looks at are those that the catalogue needs. */
final class ScopeTest {

  private static Stream<String> looksAt() {
    return Arrays.stream(Scope.values()).map(Scope::label);
  }

  @Test
  void letEachTaskThrough() {
    assertThat(Operations.TASKS)
        .allSatisfy(
            task ->
                assertThat(looksAt())
                    .as(task.name())
                    .containsAnyElementsOf(task.endpoint().scopes()));
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void areEachNeededForATask(Scope scope) {
    assertThat(Operations.TASKS).anyMatch(scope::isFor);
  }

  /** The sandbox's are copied from Feishu's pages, too, by nobody who knew these. */
  @ParameterizedTest
  @EnumSource(Endpoint.class)
  void areThoseOfTheSandbox(Endpoint endpoint) {
    assertThat(endpoint.scopes()).isEqualTo(Api.valueOf(endpoint.name()).scopes());
  }
}
