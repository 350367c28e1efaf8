package io.github.feishuhire.worker.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CreateSiteUserTest {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Operation<?> operation = CreateSiteUser.operation();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"website_id":"7047","external_id":"c-1","name":"张三","email":"z@example.com","mobile":"182","mobile_country_code":"CN_1"} | {"website_id":"7047","draft":{"external_id":"c-1","name":"张三","email":"z@example.com","mobile":"182","mobile_country_code":"CN_1"}}
          {"website_id":" 7047 ","external_id":" c/1 ","name":"","email":" ","mobile":null}                                            | {"website_id":"7047","draft":{"external_id":"c/1","name":null,"email":null,"mobile":null,"mobile_country_code":null}}
          """)
  void bindsWhatIsThere(String variables, String expected) throws Exception {
    JsonNode bound = MAPPER.valueToTree(operation.binding().bind(Inputs.of(variables)));

    assertThat(bound).isEqualTo(MAPPER.readTree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"external_id":"c-1"}                                               | website_id          | MISSING
          {"website_id":"7047"}                                               | external_id         | MISSING
          {"website_id":7047,"external_id":"c-1"}                             | website_id          | NUMBER
          {"website_id":"70/47","external_id":"c-1"}                          | website_id          | NOT_AN_ID
          {"website_id":"7047","external_id":1}                               | external_id         | NUMBER
          {"website_id":"7047","external_id":"c-1","name":{"zh":"张三"}}      | name                | NOT_TEXT
          {"website_id":"7047","external_id":"c-1","email":["z@example.com"]} | email               | NOT_TEXT
          {"website_id":"7047","external_id":"c-1","mobile":18290029119}      | mobile              | NUMBER
          {"website_id":"7047","external_id":"c-1","mobile_country_code":86}  | mobile_country_code | NUMBER
          """)
  void namesTheInputThatIsWrong(String variables, String name, Problem problem) {
    InvalidInputException refusal =
        catchThrowableOfType(
            InvalidInputException.class, () -> operation.binding().bind(Inputs.of(variables)));

    assertThat(refusal.name()).isEqualTo(name);
    assertThat(refusal.problem()).isEqualTo(problem);
  }
}
