package io.github.feishuhire.api.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listings;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.website.Tenant;
import java.util.List;
import java.util.Map;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of websites, and by it how pages are read. */
final class WebsitesIT {

  private static final int FOUR_MEBIBYTES = 4 * 1024 * 1024;

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withTenant(Tenant.ofSize(23, 3, 8)));
  private final Websites websites =
      new FeishuHire(
              Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .websites();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void sendsTheDocumentedRequestForEachPage() {
    List<List<Website>> pages = Listings.pages(websites.list());

    List<RecordedRequest> requests = sandbox.requests(Api.LIST_WEBSITES);
    assertThat(requests)
        .hasSize(3)
        .allSatisfy(
            request -> {
              assertThat(request.method()).isEqualTo("GET");
              assertThat(request.path()).isEqualTo("/open-apis/hire/v1/websites");
              assertThat(request.headers()).doesNotContainKey("content-type");
            });
    assertThat(requests.getFirst().query()).isEqualTo(Map.of("page_size", "10"));
    assertThat(requests.getLast().query()).containsOnlyKeys("page_size", "page_token");
    assertThat(pages).extracting(List::size).containsExactly(10, 10, 3);
    assertThat(pages.getFirst().getFirst())
        .isEqualTo(new Website("7047318856652261676", "社会招聘", "Careers"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the last page ignores its token | {"items":[{"id":"1"}],"has_more":false,"page_token":"x"}
          more is not mentioned           | {"items":[{"id":"1"}],"page_token":"x"}
          a name is missing               | {"items":[{"id":"1","name":null}],"has_more":false}
          other members come along        | {"items":[{"id":"1","new":[1]}],"total":1}
          """)
  void readsOnePage(String ignoredName, String data) {
    answer(data);

    assertThat(Listings.all(websites.list())).containsExactly(new Website("1", null, null));
    assertThat(sandbox.requests(Api.LIST_WEBSITES)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing          | {}
          no items         | {"has_more":false}
          items null       | {"items":null,"has_more":false}
          items empty      | {"items":[],"has_more":false,"page_token":""}
          """)
  void anEmptyListHasNothing(String ignoredName, String data) {
    answer(data);

    assertThat(Listings.all(websites.list())).isEmpty();
  }

  @Test
  void anEmptyPageIsNotTheEnd() {
    answer("{\"items\":[],\"has_more\":true,\"page_token\":\"a/b+c=\"}");
    answer("{\"items\":[{\"id\":\"1\"}],\"has_more\":false}");

    assertThat(Listings.all(websites.list())).hasSize(1);
    assertThat(sandbox.requests(Api.LIST_WEBSITES).getLast().query())
        .containsEntry("page_token", "a/b+c=");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          more, but no token | {"items":[{"id":"1"}],"has_more":true}
          more, blank token  | {"items":[{"id":"1"}],"has_more":true,"page_token":" "}
          token a number     | {"items":[{"id":"1"}],"has_more":true,"page_token":2}
          more as text       | {"items":[{"id":"1"}],"has_more":"true","page_token":"x"}
          items no list      | {"items":{"id":"1"},"has_more":false}
          an item null       | {"items":[null],"has_more":false}
          an item without id | {"items":[{"name":{}}],"has_more":false}
          a blank id         | {"items":[{"id":""}],"has_more":false}
          an id a number     | {"items":[{"id":7047318856652261676}],"has_more":false}
          """)
  void takesNoPageItCannotUnderstand(String ignoredName, String data) {
    answer(data);

    assertUnanswered(Reason.UNREADABLE_REPLY);
  }

  @Test
  void doesNotFollowATokenTwice() {
    for (String token : List.of("a", "b", "a")) {
      answer("{\"items\":[],\"has_more\":true,\"page_token\":\"%s\"}".formatted(token));
    }

    assertUnanswered(Reason.ENDLESS_LIST);
    assertThat(sandbox.requests(Api.LIST_WEBSITES)).hasSize(3);
  }

  @Test
  void aPageMayBeMuchLargerThanOtherReplies() {
    answer(pageOf(FOUR_MEBIBYTES));

    assertThat(Listings.all(websites.list())).hasSize(1);
  }

  @Test
  void aPageHasAnEnd() {
    answer(pageOf(FOUR_MEBIBYTES + 1));

    assertUnanswered(Reason.REPLY_TOO_LARGE);
  }

  private static String pageOf(int bytesOfReply) {
    String page = "{\"items\":[{\"id\":\"1\",\"more\":\"%s\"}]}";
    int rest = bytesOfReply - envelope(page.formatted("")).length();
    return page.formatted("x".repeat(rest));
  }

  private void assertUnanswered(Reason reason) {
    assertThatThrownBy(() -> Listings.all(websites.list()))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .usingRecursiveComparison()
                    .ignoringFields("logId")
                    .isEqualTo(new Unanswered(reason, 200, 0, null)));
  }

  private void answer(String data) {
    sandbox.next(
        Api.LIST_WEBSITES,
        Fault.body(200, "application/json", ByteString.encodeUtf8(envelope(data))));
  }

  private static String envelope(String data) {
    return "{\"code\":0,\"data\":%s}".formatted(data);
  }
}
