package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.sandbox.website.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of what a tenant has set up. */
final class LookupIT {

  private static final String WEBSITES = "/open-apis/hire/v1/websites";
  private static final String SEARCH = Caller.WEBSITE + "/job_posts/search";
  private static final String CHANNELS = Caller.WEBSITE + "/channels";
  private static final String LOCATIONS = "/open-apis/hire/v1/locations/query";

  private final Sandbox sandbox =
      Sandbox.start(
          SandboxSettings.DEFAULT
              .withTenant(Tenant.ofSize(23, 340, 150))
              .withApp(new App("cli_few", "s", Set.of("hire:attachment")))
              .withoutRateLimits());
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void handsOutEveryWebsiteOnce() {
    List<String> ids = new ArrayList<>();
    String token = "";
    do {
      Answer page = caller.get(WEBSITES + "?page_token=" + token);
      page.json().at("/data/items").forEach(item -> ids.add(item.path("id").asText()));
      assertThat(page.json().at("/data/has_more").booleanValue())
          .isEqualTo(page.json().at("/data").has("page_token"));
      token = page.text("/data/page_token");
    } while (!token.isEmpty());

    assertThat(ids).hasSize(23).doesNotHaveDuplicates().startsWith("7047318856652261676");
    assertThat(sandbox.requests()).hasSize(4);
  }

  @Test
  void isAsLargeAsATestWantsIt() {
    assertThat(Tenant.ofSize(23, 340, 150).jobPosts())
        .filteredOn(post -> post.websiteId().equals(Tenant.WEBSITE_ID) && post.active())
        .hasSize(340)
        .doesNotHaveDuplicates();
    assertThat(Tenant.ofSize(3, 3, 8)).isEqualTo(Tenant.SMALL);
  }

  @ParameterizedTest
  @CsvSource({
    "page_size=0, 1002002",
    "page_size=11, 1002002",
    "page_size=ten, 1002002",
    "page_size=, 1002002",
    "page_token=abc, 1002002",
    "page_size=10, 0",
    "page_size=1, 0",
    "page_token=, 0"
  })
  void checksWhichPageIsAskedFor(String query, int code) {
    assertThat(caller.get(WEBSITES + "?" + query).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                    | 10
          {"keyword": null, "city_code_list": []}               | 10
          {"keyword": "JAVA"}                                   | 2
          {"keyword": "前端"}                                    | 1
          {"keyword": "nothing"}                                | 0
          {"city_code_list": ["CT_2"]}                          | 1
          {"city_code_list": ["CT_2", "CT_100121"]}             | 2
          {"keyword": "Java", "city_code_list": ["CT_2"]}       | 0
          """)
  void searchesJobPosts(String body, int onFirstPage) {
    Answer answer = caller.post(SEARCH, body);

    assertThat(answer.code()).isZero();
    assertThat(answer.json().at("/data/items")).hasSize(onFirstPage);
  }

  @Test
  void listsNoReservedJobPost() {
    Answer answer = caller.post(SEARCH, "{\"keyword\": \"Sandbox\"}");

    assertThat(answer.json().at("/data/items")).isEmpty();
  }

  @Test
  void showsAJobPostAsItIsDocumented() {
    Answer answer = caller.post(SEARCH, "{\"keyword\": \"急聘\"}");

    assertThat(answer.text("/data/items/0/id")).isEqualTo("6960663240925956638");
    assertThat(answer.text("/data/items/0/job_expire_time")).isEqualTo("4102416000000");
    assertThat(answer.json().at("/data/items/0/job_active_status").intValue()).isEqualTo(1);
    assertThat(answer.text("/data/items/0/address_list/0/city/code")).isEqualTo("CT_1");
    assertThat(answer.text("/data/items/0/address_list/0/city/name/zh_cn")).isEqualTo("北京");
  }

  @Test
  void takesNoApplicationForADisabledJobPost() {
    Answer answer = caller.submit(Submission.example().withJobPost("6960663240925956641"));

    assertThat(answer.code()).isEqualTo(1002509);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"keyword\": 1}", "{\"city_code_list\": \"CT_1\"}", "[]"})
  void refusesASearchItCannotRead(String body) {
    assertThat(caller.post(SEARCH, body).status()).isEqualTo(400);
  }

  @Test
  void createsAChannelAndListsIt() {
    Answer created = caller.post(CHANNELS, "{\"channel_name\": \"牛客网\"}");

    Answer listed = caller.get(CHANNELS + "?page_size=200");

    assertThat(created.text("/data/name")).isEqualTo("牛客网");
    assertThat(created.text("/data/link")).endsWith("spread=" + created.text("/data/code"));
    assertThat(listed.json().at("/data/website_channel_list/2"))
        .isEqualTo(created.json().path("data"));
    assertThat(
            caller
                .submit(
                    Submission.example().with("channel_id", '"' + created.text("/data/id") + '"'))
                .code())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"channel_name\": \"\"}", "{\"channel_name\": 7}"})
  void createsNoChannelWithoutAName(String body) {
    assertThat(caller.post(CHANNELS, body).code()).isEqualTo(1002002);
    assertThat(sandbox.channels()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"location_type": 1}                                    | country  | 2
          {"location_type": 2}                                    | state    | 7
          {"location_type": 3}                                    | city     | 100
          {"location_type": 4}                                    | district | 2
          {"location_type": 3, "code_list": ["CT_1", "CT_0"]}     | city     | 1
          """)
  void queriesLocations(String body, String member, int onFirstPage) {
    Answer answer = caller.post(LOCATIONS + "?page_size=100", body);

    assertThat(answer.json().at("/data/items"))
        .hasSize(onFirstPage)
        .allSatisfy(item -> assertThat(item.fieldNames()).toIterable().containsExactly(member));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''              | {"location_type": 3}
          ?page_size=101  | {"location_type": 3}
          ?page_size=100  | {}
          ?page_size=100  | {"location_type": 0}
          ?page_size=100  | {"location_type": 5}
          ?page_size=100  | {"location_type": "3"}
          """)
  void refusesAQueryOfLocationsItCannotAnswer(String query, String body) {
    assertThat(caller.post(LOCATIONS + query, body).code()).isEqualTo(1002002);
  }

  @Test
  void knowsNothingOfAnUnknownWebsite() {
    assertThat(caller.post(WEBSITES + "/1/job_posts/search", "{}").code()).isEqualTo(1002502);
    assertThat(caller.get(WEBSITES + "/1/channels").code()).isEqualTo(1002502);
    assertThat(caller.post(WEBSITES + "/1/channels", "{\"channel_name\": \"a\"}").code())
        .isEqualTo(1002502);
  }

  @Test
  void showsNothingWithoutTheScope() {
    Caller few = Caller.of(sandbox, "cli_few", "s");

    assertThat(few.get(WEBSITES).code()).isEqualTo(99991672);
    assertThat(few.post(SEARCH, "{}").code()).isEqualTo(99991672);
    assertThat(few.get(CHANNELS).code()).isEqualTo(99991672);
    assertThat(few.post(LOCATIONS + "?page_size=1", "{}").code()).isEqualTo(99991672);
  }
}
