package io.github.feishuhire.api.jobpost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listings;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobPostsIT {

  private static final String WEBSITE = "7047318856652261676";

  private final Sandbox sandbox = Sandbox.start();
  private final JobPosts jobPosts =
      new FeishuHire(
              Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .jobPosts();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void sendsTheDocumentedRequest() throws JsonProcessingException {
    var search = new JobPostSearch("java", List.of("CT_100121", "CT_2"));

    List<JobPost> found = Listings.all(jobPosts.search(WEBSITE, search));

    RecordedRequest request = sandbox.requests(Api.SEARCH_JOB_POSTS).getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path())
        .isEqualTo("/open-apis/hire/v1/websites/7047318856652261676/job_posts/search");
    assertThat(request.query()).isEqualTo(Map.of("page_size", "10"));
    assertThat(request.json())
        .isEqualTo(
            new JsonMapper()
                .readTree("{\"keyword\":\"java\",\"city_code_list\":[\"CT_100121\",\"CT_2\"]}"));
    assertThat(found)
        .containsExactly(
            new JobPost(
                "6960663240925956636",
                "Java 开发工程师",
                "6960663240925956001",
                true,
                null,
                List.of("CT_100121", "CT_1")));
  }

  @Test
  void sendsAnEmptyObjectToFindThemAll() {
    List<JobPost> found = Listings.all(jobPosts.search(WEBSITE, JobPostSearch.ALL));

    assertThat(sandbox.requests(Api.SEARCH_JOB_POSTS).getFirst().json().toString()).isEqualTo("{}");
    assertThat(found).hasSize(4);
  }

  @Test
  void tellsWhetherAndHowLongOneCanApply() {
    List<JobPost> found = Listings.all(jobPosts.search(WEBSITE, JobPostSearch.ALL));

    assertThat(found).filteredOn(post -> !post.active()).hasSize(1);
    assertThat(found)
        .extracting(JobPost::expires)
        .containsOnlyOnce(Instant.parse("2099-12-31T16:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "job_active_status":1                                           | true  |                      | ''
          "job_active_status":2                                           | false |                      | ''
          "job_active_status":3                                           | true  |                      | ''
          "job_active_status":null,"job_expire_time":null                 | true  |                      | ''
          "job_expire_time":"1622484739955"                               | true  | 2021-05-31T18:12:19.955Z | ''
          "job_expire_time":""                                            | true  |                      | ''
          "job_expire_time":"never"                                       | true  |                      | ''
          "address":{"city":{"code":"CT_1"}}                              | true  |                      | CT_1
          "address_list":[],"address":{"city":{"code":"CT_1"}}            | true  |                      | CT_1
          "address_list":[{"city":{"code":"CT_2"}}],"address":{"city":{"code":"CT_1"}} | true |          | CT_2
          "address_list":[{"city":{"code":"CT_2"}},{"city":{"code":"CT_2"}},null,{},{"city":{}},{"city":{"code":""}}] | true | | CT_2
          """)
  void readsWhatIsThere(String members, boolean active, Instant expires, String cityCodes) {
    String reply = "{\"code\":0,\"data\":{\"items\":[{\"id\":\"1\",%s}]}}".formatted(members);
    sandbox.next(
        Api.SEARCH_JOB_POSTS, Fault.body(200, "application/json", ByteString.encodeUtf8(reply)));

    JobPost found = Listings.all(jobPosts.search(WEBSITE, JobPostSearch.ALL)).getFirst();

    assertThat(found.active()).isEqualTo(active);
    assertThat(found.expires()).isEqualTo(expires);
    assertThat(String.join(" ", found.cityCodes())).isEqualTo(cityCodes);
  }
}
