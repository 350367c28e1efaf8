package io.github.feishuhire.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.Operation;
import java.time.Duration;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What processes out there rely on: a change here needs a new version of the job type. */
final class OperationsTest {

  private static final List<String> NEED_NOTHING =
      List.of("List Websites", "List Locations", "List Stages");

  private final CamundaClient unused = CamundaClient.newClient();
  private final List<Operation<?>> operations =
      Operations.all(
          new DocumentStore(unused, Downloads.trusted(null), true),
          new WebFiles(Downloads.untrusted(List.of())));

  @AfterEach
  void close() {
    unused.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Upload Resume           | feishu-hire:upload-resume:1           | resume_file_id  | true  | resume
          Create Site User        | feishu-hire:create-site-user:1        | user_id         | true  | website_id external_id name email mobile mobile_country_code
          Submit Website Delivery | feishu-hire:submit-website-delivery:1 | task_id         | false | website_id job_post_id user_id resume_file_id channel_id application_preferred_city_code_list mobile_country_code mobile email identification
          Await Delivery Result   | feishu-hire:await-delivery-result:1   | delivery_result | true  | website_id task_id application_id
          Check Delivery Result   | feishu-hire:check-delivery-result:1   | delivery_result | true  | website_id task_id application_id
          Submit Structured Resume | feishu-hire:submit-structured-resume:1 | delivery     | false | website_id job_post_id user_id resume application_preferred_city_code_list channel_id
          List Job Posts          | feishu-hire:list-job-posts:1          | job_posts       | true  | website_id keyword city_code_list include_inactive
          List Channels           | feishu-hire:list-channels:1           | channels        | true  | website_id
          Create Channel          | feishu-hire:create-channel:1          | channel         | true  | website_id channel_name
          List Locations          | feishu-hire:list-locations:1          | locations       | true  | location_type code_list
          List Websites           | feishu-hire:list-websites:1           | websites        | true  | ''
          Get Application         | feishu-hire:get-application:1         | application     | true  | application_id
          Move to Stage           | feishu-hire:move-to-stage:1           | application     | true  | application_id stage
          Terminate Application   | feishu-hire:terminate-application:1   | application     | true  | application_id termination_type termination_reason_list termination_reason_note
          Recover Application     | feishu-hire:recover-application:1     | application     | true  | application_id
          Get Interviews          | feishu-hire:get-interviews:1          | interviews      | true  | application_id
          Get Evaluations         | feishu-hire:get-evaluations:1         | evaluations     | true  | application_id
          Get Offer               | feishu-hire:get-offer:1               | offer           | true  | application_id
          Tag Talent              | feishu-hire:tag-talent:1              | talent_tags     | true  | talent_id tag remove
          Create Note             | feishu-hire:create-note:1             | note_id         | false | talent_id content application_id creator_id privacy
          List Stages             | feishu-hire:list-stages:1             | hiring_processes | true | ''
          """)
  void keepTheContract(
      String name, String jobType, String output, boolean repeatable, String inputs) {
    assertThat(operations)
        .filteredOn(operation -> operation.name().equals(name))
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.task().jobType()).isEqualTo(jobType);
              assertThat(operation.task().output().name()).isEqualTo(output);
              assertThat(operation.task().isRepeatable()).isEqualTo(repeatable);
              assertThat(names(operation)).containsExactlyInAnyOrder(StringUtils.split(inputs));
            });
  }

  @Test
  void fetchTheirInputsAndTheirOwnNotesAndNothingElse() {
    assertThat(operations)
        .allSatisfy(
            operation ->
                assertThat(operation.subscription().variables())
                    .containsAll(names(operation))
                    .filteredOn(name -> !names(operation).contains(name))
                    .allMatch(name -> name.startsWith("feishu_hire_")));
  }

  @Test
  void keepTheClaimWhereRepeatingDoesHarm() {
    assertThat(operations)
        .allSatisfy(
            operation ->
                assertThat(operation.subscription().variables().contains("feishu_hire_submission"))
                    .isEqualTo(!operation.task().isRepeatable()));
  }

  @Test
  void holdAJobLongerThanOneCallAndItsReportTake() {
    assertThat(operations)
        .allSatisfy(
            operation ->
                assertThat(operation.task().capacity().lease())
                    .isGreaterThanOrEqualTo(
                        operation.task().endpoint().deadline().plus(Duration.ofSeconds(15))));
  }

  @Test
  void refuseAJobWithoutAnyVariable() {
    assertThat(operations)
        .filteredOn(operation -> !NEED_NOTHING.contains(operation.name()))
        .hasSize(operations.size() - NEED_NOTHING.size())
        .allSatisfy(
            operation ->
                assertThat(
                        catchThrowableOfType(
                            InvalidInputException.class,
                            () -> operation.binding().bind(Inputs.of("{}"))))
                    .satisfies(refusal -> assertThat(required(operation)).contains(refusal.name()))
                    .returns(Problem.MISSING, InvalidInputException::problem));
  }

  private static List<String> names(Operation<?> operation) {
    return operation.task().inputs().stream().map(Input::name).toList();
  }

  private static List<String> required(Operation<?> operation) {
    return operation.task().inputs().stream().filter(Input::isRequired).map(Input::name).toList();
  }
}
