package io.github.feishuhire.api.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteUserIT {

  private static final String WEBSITE = "7047318856652261676";
  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Sandbox sandbox = Sandbox.start();
  private final SiteUsers users =
      new FeishuHire(
              Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .siteUsers();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void sendsTheDocumentedRequest() throws JsonProcessingException {
    var draft = new SiteUserDraft("hr-4711", "张三", "zhang@example.com", "13800000000", "CN_1");

    String userId = users.create(WEBSITE, draft, TERMS);

    RecordedRequest request = sandbox.requests(Api.CREATE_SITE_USER).getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path())
        .isEqualTo("/open-apis/hire/v1/websites/7047318856652261676/site_users");
    assertThat(request.headers()).containsEntry("content-type", "application/json; charset=utf-8");
    assertThat(request.headers().get("authorization")).matches("Bearer t-[0-9a-f]{32}");
    assertThat(request.json())
        .isEqualTo(
            JSON.readTree(
                """
                {"external_id": "hr-4711", "name": "张三", "email": "zhang@example.com",
                 "mobile": "13800000000", "mobile_country_code": "CN_1"}
                """));
    assertThat(userId).isEqualTo(sandbox.siteUsers().getLast().userId());
  }

  @Test
  void sendsNoFieldThatIsAbsent() {
    users.create(WEBSITE, new SiteUserDraft("hr-4711", null, null, null, null), TERMS);

    assertThat(sandbox.requests(Api.CREATE_SITE_USER).getFirst().json().toString())
        .isEqualTo("{\"external_id\":\"hr-4711\"}");
  }

  @Test
  void findsTheUserThatIsThere() {
    var draft = new SiteUserDraft("hr-4711", null, null, null, null);

    String first = users.create(WEBSITE, draft, TERMS);
    String second = users.create(WEBSITE, draft, TERMS);

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"site_user\":null}",
        "{\"site_user\":{}}",
        "{\"site_user\":{\"user_id\":\"\"}}",
        "{\"site_user\":{\"user_id\":6960663240925956634}}",
        "{\"site_user\":\"6960663240925956634\"}",
        "{\"user_id\":\"6960663240925956634\"}"
      })
  void aReplyWithoutUserIdIsNoAnswer(String data) {
    String reply = "{\"code\":0,\"data\":%s}".formatted(data);
    sandbox.next(
        Api.CREATE_SITE_USER, Fault.body(200, "application/json", ByteString.encodeUtf8(reply)));
    var draft = new SiteUserDraft("hr-4711", null, null, null, null);

    assertThatThrownBy(() -> users.create(WEBSITE, draft, TERMS))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .usingRecursiveComparison()
                    .ignoringFields("logId")
                    .isEqualTo(new Unanswered(Reason.UNREADABLE_REPLY, 200, 0, null)));
  }
}
