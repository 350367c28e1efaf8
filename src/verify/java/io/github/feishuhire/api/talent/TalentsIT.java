package io.github.feishuhire.api.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listings;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Delivered;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TalentsIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);
  private static final String PRIORITY = "6960663240925956661";

  private final Sandbox sandbox = Sandbox.start();
  private final FeishuHire hire =
      new FeishuHire(
          Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system());
  private final Talents talents = hire.talents();

  @AfterEach
  void close() {
    sandbox.close();
  }

  static Stream<Arguments> criteria() {
    return Stream.of(
        Arguments.of(
            TalentCriteria.mobile("86", "182900291190"),
            "{\"mobile_code\":\"86\",\"mobile_number_list\":[\"182900291190\"]}"),
        Arguments.of(
            TalentCriteria.email("foo@bytedance.com"), "{\"email_list\":[\"foo@bytedance.com\"]}"),
        Arguments.of(
            TalentCriteria.identification(1, "11002030131312312"),
            "{\"identification_type\":1,"
                + "\"identification_number_list\":[\"11002030131312312\"]}"));
  }

  @ParameterizedTest
  @MethodSource("criteria")
  void findsThemByOneThingAtATime(TalentCriteria criteria, String sent) {
    var delivered = Delivered.to(hire, sandbox);

    assertThat(talents.find(criteria, TERMS)).containsExactly(delivered.talentId());
    assertThat(sandbox.requests(Api.GET_TALENT_IDS).getFirst().json().toString()).isEqualTo(sent);
  }

  @Test
  void findsNobody() {
    assertThat(talents.find(TalentCriteria.email("nobody@example.com"), TERMS)).isEmpty();
  }

  @Test
  void doesNotTakeForATalentWhatHasNoId() {
    sandbox.next(
        Api.GET_TALENT_IDS,
        Fault.body(
            200,
            "application/json",
            ByteString.encodeUtf8("{\"code\":0,\"data\":{\"talent_list\":[{\"email\":\"a\"}]}}")));

    FeishuException useless =
        catchThrowableOfType(
            FeishuException.class, () -> talents.find(TalentCriteria.email("a@b.c"), TERMS));

    assertThat(useless.failure()).isInstanceOf(Unanswered.class);
  }

  /** As its page says, unlike every other API: with HTTP 200. */
  @Test
  void takesAFaultForOneWhateverItsStatus() {
    sandbox.next(Api.GET_TALENT_IDS, Fault.error(200, 1002001));

    FeishuException fault =
        catchThrowableOfType(
            FeishuException.class, () -> talents.find(TalentCriteria.email("a@b.c"), TERMS));

    assertThat(fault.failure()).isInstanceOf(Unanswered.class);
  }

  @Test
  void tagsOnceAndTakesAwayOnce() {
    String id = Delivered.to(hire, sandbox).talentId();

    talents.untag(id, PRIORITY, TERMS);
    talents.tag(id, PRIORITY, TERMS);
    talents.tag(id, PRIORITY, TERMS);

    assertThat(sandbox.talents().getFirst().tags()).hasSize(1);
    assertThat(sandbox.requests(Api.TAG_TALENT).getLast().json().toString())
        .isEqualTo("{\"operation\":1,\"tag_id_list\":[\"6960663240925956661\"]}");
  }

  @ParameterizedTest
  @CsvSource({
    "1, TAG_NOT_FOUND",
    "6960663240925956664, TAG_NOT_FOUND",
  })
  void tellsATagThatCannotBeUsed(String tagId, Refusal refusal) {
    String id = Delivered.to(hire, sandbox).talentId();

    FeishuException refused =
        catchThrowableOfType(FeishuException.class, () -> talents.tag(id, tagId, TERMS));

    assertThat(refused.failure())
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.refusal()).isEqualTo(refusal));
  }

  @Test
  void listsTheTags() {
    assertThat(Listings.all(hire.tags().list()))
        .hasSize(3)
        .startsWith(new Tag(PRIORITY, "重点候选人", "Priority"));
    assertThat(sandbox.requests(Api.LIST_TALENT_TAGS).getFirst().query())
        .isEqualTo(Map.of("page_size", "100"));
  }
}
