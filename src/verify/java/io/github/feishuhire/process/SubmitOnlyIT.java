package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubmitOnlyIT {

  @RegisterExtension static final HireWorld WORLD = new HireWorld();

  @BeforeAll
  static void deploy() {
    WORLD.deploy("submit-only.bpmn", ShippedModel.of("submit-only.bpmn"));
  }

  @BeforeEach
  void forgetEarlierRequests() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().clearFaults();
  }

  @Test
  void sendsTheDocumentedExampleAsItIsDocumented() throws Exception {
    long instance = WORLD.start("submit-only", Examples.submission());

    var variables = WORLD.end(instance);

    var sent = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT);
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().path())
        .isEqualTo(
            "/open-apis/hire/v1/websites/7047318856652261676/deliveries/create_by_attachment");
    assertThat(sent.getFirst().json())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"job_post_id": "6960663240925956636",
                     "user_id": "6960663240925956634",
                     "resume_file_id": "7095614894070434092",
                     "channel_id": "6891560630172518670",
                     "application_preferred_city_code_list": ["CT_100121"],
                     "mobile_country_code": "+86",
                     "mobile": "182900291190",
                     "email": "foo@bytedance.com",
                     "identification": {"identification_type": 1,
                                        "identification_number": "11002030131312312"}}
                    """));
    assertThat(variables.path("task_id").textValue()).matches("[0-9a-f]{32}");
  }

  @Test
  void writesNothingButTheTaskIdBack() {
    long instance = WORLD.start("submit-only", Examples.submission());

    var variables = WORLD.end(instance);

    var names = new HashSet<>(Examples.submission().keySet());
    names.add("task_id");
    assertThat(variables.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void sendsNoFieldThatIsAbsent() throws Exception {
    Map<String, Object> variables = new HashMap<>();
    variables.put("website_id", "7047318856652261676");
    variables.put("job_post_id", "6960663240925956636");
    variables.put("user_id", " 6960663240925956634 ");
    variables.put("resume_file_id", "7095614894070434092");
    variables.put("mobile", "");
    variables.put("email", null);
    variables.put("application_preferred_city_code_list", List.of());

    WORLD.end(WORLD.start("submit-only", variables));

    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).getFirst().json())
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"job_post_id": "6960663240925956636",
                     "user_id": "6960663240925956634",
                     "resume_file_id": "7095614894070434092"}
                    """));
  }

  @ParameterizedTest
  @CsvSource({
    "website_id, 7047318856652261676, Career site ID (website_id) is a number",
    "user_id, 9223372036854775807, Site user ID (user_id) is a number",
  })
  void refusesAnIdThatIsANumber(String name, BigInteger value, String expected) {
    long instance = WORLD.start("submit-only", Examples.submission(name, value));

    assertThat(WORLD.incident(instance).message()).contains(expected).contains("quotes");
    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT)).isEmpty();
  }

  @Test
  void anUncaughtRefusalBecomesAnIncidentOfOneLine() {
    long instance =
        WORLD.start(
            "submit-only", Examples.submission("application_preferred_city_code_list", "CT_404"));

    assertThat(WORLD.incident(instance).message())
        .contains("FEISHU_HIRE_CITY_NOT_FOUND")
        .contains("1002011")
        .contains("log id")
        .doesNotContain("\n")
        .doesNotContain("CT_404");
  }

  @Test
  void goesBackToTheEngineForLongerWithoutLosingATry() {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.throttled(Duration.ofSeconds(20)));
    long instance = WORLD.start("submit-only", Examples.submission());

    WORLD.endAfterRetries(instance);

    assertThat(WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT)).hasSize(2);
    assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED))
        .extracting(failed -> failed.getValue().getRetries())
        .containsExactly(3);
  }

  @Test
  void aMissingScopeIsNamedInTheIncident() {
    WORLD.sandbox().next(Api.CREATE_BY_ATTACHMENT, Fault.error(ErrorCode.SCOPE_MISSING));
    long instance = WORLD.start("submit-only", Examples.submission());

    assertThat(WORLD.incident(instance).message()).contains("hire:site_application");
  }
}
