package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.sandbox.Caller.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteUserIT {

  private static final String ZHANG =
      """
      {
        "external_id": "u-1",
        "name": "张三",
        "email": "z@example.com",
        "mobile": "13800000000",
        "mobile_country_code": "CN_1"
      }
      """;

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void isCreatedAsAsked() {
    Answer answer = caller.post(Caller.SITE_USERS, ZHANG);

    assertThat(answer.text("/data/site_user/user_id")).matches("\\d{19}");
    assertThat(answer.text("/data/site_user/external_id")).isEqualTo("u-1");
    assertThat(answer.text("/data/site_user/name")).isEqualTo("张三");
    assertThat(answer.text("/data/site_user/email")).isEqualTo("z@example.com");
    assertThat(answer.text("/data/site_user/mobile")).isEqualTo("13800000000");
    assertThat(answer.text("/data/site_user/mobile_country_code")).isEqualTo("CN_1");
    assertThat(sandbox.siteUsers().getLast().toString()).doesNotContain("张三", "z@example.com");
  }

  @Test
  void isTheSameForTheSameExternalId() {
    Answer first = caller.post(Caller.SITE_USERS, ZHANG);
    Answer second = caller.post(Caller.SITE_USERS, "{\"external_id\": \"u-1\", \"name\": \"李四\"}");

    assertThat(second.json().path("data")).isEqualTo(first.json().path("data"));
  }

  @Test
  void isAnotherOnAnotherWebsite() {
    String campus = "/open-apis/hire/v1/websites/7047318856652261677/site_users";
    Answer first = caller.post(Caller.SITE_USERS, ZHANG);
    Answer second = caller.post(campus, ZHANG);

    assertThat(second.text("/data/site_user/user_id"))
        .isNotEqualTo(first.text("/data/site_user/user_id"));
  }

  @Test
  void needsAWebsite() {
    Answer answer = caller.post("/open-apis/hire/v1/websites/1/site_users", ZHANG);

    assertThat(answer.code()).isEqualTo(1002502);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"external_id\": 1}",
        "{\"external_id\": \"u\", \"name\": 1}",
        "{\"external_id\": \"u\", \"mobile\": \"13800000000\"}",
        "{\"external_id\": \"u\", \"mobile_country_code\": \"CN_1\"}",
        "{\"external_id\": \"u\", \"mobile\": \"1\", \"mobile_country_code\": \"+86\"}",
      })
  void isRefusedWithAParameterError(String body) {
    Answer answer = caller.post(Caller.SITE_USERS, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(1002002);
    assertThat(sandbox.siteUsers()).hasSize(1);
  }
}
