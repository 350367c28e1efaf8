package io.github.feishuhire.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.github.feishuhire.process.Journal.Incident;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.website.Tenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a process gets to know of a tenant that has more of everything than one page. */
final class LookupsIT {

  @RegisterExtension static final HireWorld WORLD = HireWorld.of(Tenant.ofSize(23, 34, 150));

  private static final String WEBSITE = "7047318856652261676";
  private static final String JOB_POST = "6960663240925956637";
  private static final Map<String, Object> OF_WEBSITE = Map.of("website_id", WEBSITE);
  private static final Fault AS_USUAL = Fault.delayed(Duration.ZERO);

  @BeforeAll
  static void deploy() {
    for (String name :
        List.of(
            "list-websites",
            "list-job-posts",
            "get-job-post",
            "list-channels",
            "create-channel",
            "list-locations")) {
      WORLD.deploy(name + ".bpmn", OneTask.of(name, "feishu-hire:%s:1".formatted(name), Map.of()));
    }
    WORLD.deploy("pick-and-submit.bpmn", pickAndSubmit());
    WORLD.deploy("renamed.bpmn", renamed());
  }

  @BeforeEach
  void forgetEarlierRequests() {
    WORLD.sandbox().clearRequests();
    WORLD.sandbox().clearFaults();
  }

  /** Finds the job post by its title and the city by its name, then submits. */
  private static String pickAndSubmit() {
    return Bpmn.convertToString(
        Bpmn.createExecutableProcess("pick-and-submit")
            .startEvent()
            .serviceTask("listJobPosts", task -> task.zeebeJobType("feishu-hire:list-job-posts:1"))
            .serviceTask("listCities", task -> task.zeebeJobType("feishu-hire:list-locations:1"))
            .serviceTask(
                "submit",
                task ->
                    task.zeebeJobType("feishu-hire:submit-website-delivery:1")
                        .zeebeInputExpression(
                            "job_posts[title = wanted_title][1].id", "job_post_id")
                        .zeebeInputExpression(
                            "locations[name.zh_cn = wanted_city][1].code",
                            "application_preferred_city_code_list"))
            .endEvent()
            .done());
  }

  private static String renamed() {
    return Bpmn.convertToString(
        Bpmn.createExecutableProcess("renamed")
            .startEvent()
            .serviceTask(
                "task",
                task ->
                    task.zeebeJobType("feishu-hire:list-job-posts:1")
                        .zeebeOutputExpression("job_posts", "posts"))
            .endEvent()
            .done());
  }

  @Test
  void aProcessPicksTheJobPostByItsTitleAndTheCityByItsName() {
    Map<String, Object> variables = Examples.submission("wanted_title", "流程工程师");
    variables.put("wanted_city", "武汉");
    variables.remove("job_post_id");
    variables.remove("application_preferred_city_code_list");

    ObjectNode end = WORLD.end(WORLD.start("pick-and-submit", variables));

    assertThat(end.path("task_id").textValue()).matches("[0-9a-f]{32}");
    JsonNode sent = WORLD.sandbox().requests(Api.CREATE_BY_ATTACHMENT).getFirst().json();
    assertThat(sent.path("job_post_id").textValue()).isEqualTo("6960663240925956637");
    assertThat(sent.at("/application_preferred_city_code_list/0").textValue())
        .isEqualTo("CT_100121");
  }

  @Test
  void aProcessSeesWhetherCandidatesCanStillApply() {
    Map<String, Object> variables = Map.of("website_id", WEBSITE, "job_post_id", JOB_POST);

    JsonNode post = WORLD.end(WORLD.start("get-job-post", variables)).path("job_post");

    assertThat(post.path("id").textValue()).isEqualTo(JOB_POST);
    assertThat(post.path("title").textValue()).isEqualTo("流程工程师");
    assertThat(post.path("active").booleanValue()).isTrue();
    assertThat(WORLD.sandbox().requests(Api.GET_JOB_POST)).hasSize(1);
  }

  @Test
  void aJobPostThatIsNotOnTheSiteIsAnError() {
    Map<String, Object> variables =
        Map.of("website_id", WEBSITE, "job_post_id", "1111111111111111111");

    Incident incident = WORLD.incident(WORLD.start("get-job-post", variables));

    assertThat(incident.message()).contains("FEISHU_HIRE_JOB_POST_NOT_FOUND");
  }

  @Test
  void listsTheWebsitesOfAllPages() {
    JsonNode websites = WORLD.end(WORLD.start("list-websites", Map.of())).path("websites");

    assertThat(websites).hasSize(23);
    assertThat(websites.get(0).toString())
        .isEqualTo(
            "{\"id\":\"7047318856652261676\",\"name\":{\"zh_cn\":\"社会招聘\",\"en_us\":\"Careers\"}}");
  }

  @Test
  void listsOnlyTheJobPostsForWhichOneCanApply() {
    JsonNode posts = WORLD.end(WORLD.start("list-job-posts", OF_WEBSITE)).path("job_posts");

    assertThat(posts).hasSize(34).allMatch(post -> post.path("active").booleanValue());
    assertThat(posts.get(2).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id", "title", "job_id", "active", "job_expire_time", "city_code_list");
    assertThat(posts.get(2).path("job_expire_time").textValue()).isEqualTo("2099-12-31T16:00:00Z");
    assertThat(posts.get(0).has("job_expire_time")).isFalse();
    assertThat(posts.get(0).path("city_code_list")).hasSize(2);
  }

  @Test
  void listsInactiveJobPostsWhereTheyAreWanted() {
    JsonNode posts =
        WORLD
            .end(WORLD.start("list-job-posts", with(OF_WEBSITE, "include_inactive", "true")))
            .path("job_posts");

    assertThat(posts)
        .hasSize(35)
        .filteredOn(post -> !post.path("active").booleanValue())
        .hasSize(1);
  }

  @Test
  void asksFeishuForTheKeywordAndTheCities() {
    Map<String, Object> search = with(OF_WEBSITE, "keyword", "java");

    JsonNode posts =
        WORLD
            .end(WORLD.start("list-job-posts", with(search, "city_code_list", "CT_100121")))
            .path("job_posts");

    assertThat(posts).hasSize(1);
    assertThat(WORLD.sandbox().requests(Api.SEARCH_JOB_POSTS).getFirst().json().toString())
        .isEqualTo("{\"keyword\":\"java\",\"city_code_list\":[\"CT_100121\"]}");
  }

  @Test
  void listsTheChannels() {
    JsonNode channels = WORLD.end(WORLD.start("list-channels", OF_WEBSITE)).path("channels");

    assertThat(channels.get(0).path("id").textValue()).isEqualTo("6891560630172518670");
    assertThat(channels.get(0).fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("id", "name", "link", "code");
  }

  @Test
  void findsTheChannelThatItHasMadeBefore() {
    Map<String, Object> fair = with(OF_WEBSITE, "channel_name", "秋季双选会");

    JsonNode first = WORLD.end(WORLD.start("create-channel", fair)).path("channel");
    JsonNode second = WORLD.end(WORLD.start("create-channel", fair)).path("channel");

    assertThat(first.path("link").textValue()).contains("spread=");
    assertThat(second).isEqualTo(first);
    assertThat(WORLD.sandbox().requests(Api.CREATE_CHANNEL)).hasSize(1);
  }

  @Test
  void makesOneChannelAlsoWhenTheAnswerGotLost() {
    WORLD.sandbox().next(Api.CREATE_CHANNEL, Fault.disconnect().executed());
    int before = WORLD.sandbox().channels().size();

    JsonNode channel =
        WORLD
            .endAfterRetries(
                WORLD.start("create-channel", with(OF_WEBSITE, "channel_name", "春季双选会")))
            .path("channel");

    assertThat(WORLD.sandbox().channels()).hasSize(before + 1);
    assertThat(channel.path("id").textValue()).isEqualTo(WORLD.sandbox().channels().getLast().id());
  }

  @Test
  void listsCitiesUnlessAnotherLevelIsAskedFor() {
    JsonNode cities = WORLD.end(WORLD.start("list-locations", Map.of())).path("locations");

    assertThat(cities).hasSize(150);
    assertThat(cities.get(0).toString())
        .isEqualTo(
            "{\"code\":\"CT_100121\",\"name\":{\"zh_cn\":\"武汉\",\"en_us\":\"Wuhan\"},"
                + "\"state_code\":\"ST_6\",\"country_code\":\"CN_1\"}");
  }

  @ParameterizedTest
  @CsvSource({"1, CN_1", "2, ST_1", "3, CT_100121", "4, DS_1"})
  void listsEachLevel(int type, String first) {
    JsonNode locations =
        WORLD.end(WORLD.start("list-locations", Map.of("location_type", type))).path("locations");

    assertThat(locations.get(0).path("code").textValue()).isEqualTo(first);
  }

  @Test
  void refusesALevelThereIsNot() {
    Incident incident =
        WORLD.incident(WORLD.start("list-locations", Map.of("location_type", "city")));

    assertThat(incident.message())
        .contains("FEISHU_HIRE_INVALID_PARAMETER", "location_type", "3 (city)");
    assertThat(WORLD.sandbox().requests(Api.QUERY_LOCATIONS)).isEmpty();
  }

  @Test
  void anUnknownWebsiteIsAnErrorTheProcessCanCatch() {
    Incident incident = WORLD.incident(WORLD.start("list-job-posts", Map.of("website_id", "1")));

    assertThat(incident.message()).contains("FEISHU_HIRE_WEBSITE_NOT_FOUND");
  }

  @Test
  void aPageThatIsThrottledIsWaitedForAndNoneIsReadTwice() {
    WORLD.sandbox().next(Api.SEARCH_JOB_POSTS, AS_USUAL, 2);
    WORLD.sandbox().next(Api.SEARCH_JOB_POSTS, Fault.throttled(429, "2"), 2);

    long instance = WORLD.start("list-job-posts", OF_WEBSITE);
    JsonNode posts = WORLD.end(instance).path("job_posts");

    assertThat(posts).hasSize(34);
    assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED)).isEmpty();
    assertThat(WORLD.sandbox().requests(Api.SEARCH_JOB_POSTS))
        .hasSize(6)
        .extracting(RecordedRequest::query)
        .filteredOn(query -> !query.containsKey("page_token"))
        .hasSize(1);
  }

  @Test
  void theJobIsKeptWhileThePagesComeSlowly() {
    WORLD.sandbox().next(Api.SEARCH_JOB_POSTS, Fault.delayed(Duration.ofMillis(700)), 4);

    long instance = WORLD.start("list-job-posts", OF_WEBSITE);
    JsonNode posts = WORLD.end(instance).path("job_posts");

    assertThat(posts).hasSize(34);
    assertThat(WORLD.journal().jobs(instance, JobIntent.TIMEOUT_UPDATED)).isNotEmpty();
    assertThat(WORLD.journal().jobs(instance, JobIntent.FAILED)).isEmpty();
    assertThat(WORLD.sandbox().requests(Api.SEARCH_JOB_POSTS)).hasSize(4);
  }

  @Test
  void pagesThatLeadBackToEachOtherAreAFaultOfFeishu() {
    for (int tries = 0; tries < 3; tries++) {
      answer("{\"items\":[],\"has_more\":true,\"page_token\":\"a\"}");
      answer("{\"items\":[],\"has_more\":true,\"page_token\":\"a\"}");
    }

    Incident incident = WORLD.incidentAfterRetries(WORLD.start("list-job-posts", OF_WEBSITE));

    assertThat(incident.message()).startsWith("List Job Posts: ").contains("never end");
    assertThat(WORLD.sandbox().requests(Api.SEARCH_JOB_POSTS)).hasSize(6);
  }

  @Test
  void aListAsLongAsItMayBeGoesThroughTheEngineUnderAnotherName() {
    answer(page(1020 * 1024));

    ObjectNode end = WORLD.end(WORLD.start("renamed", OF_WEBSITE));

    assertThat(end.path("posts")).hasSize(1);
    assertThat(end.at("/posts/0/title").textValue()).hasSizeGreaterThan(1_000_000);
  }

  @Test
  void aListThatNoVariableShouldHoldIsToBeNarrowedDown() {
    answer(page(1030 * 1024));

    Incident incident = WORLD.incident(WORLD.start("list-job-posts", OF_WEBSITE));

    assertThat(incident.message())
        .contains("FEISHU_HIRE_INVALID_PARAMETER", "Keyword (keyword), City codes (city_code_list)")
        .hasLineCount(1);
  }

  private static String page(int titleBytes) {
    return "{\"items\":[{\"id\":\"1\",\"title\":\"%s\"}]}".formatted("x".repeat(titleBytes));
  }

  private static void answer(String data) {
    WORLD
        .sandbox()
        .next(
            Api.SEARCH_JOB_POSTS,
            Fault.body(
                200,
                "application/json",
                ByteString.encodeUtf8("{\"code\":0,\"data\":%s}".formatted(data))));
  }

  private static Map<String, Object> with(Map<String, Object> some, String name, Object value) {
    Map<String, Object> more = new HashMap<>(some);
    more.put(name, value);
    return more;
  }
}
