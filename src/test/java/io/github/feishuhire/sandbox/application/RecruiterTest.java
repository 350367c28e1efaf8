package io.github.feishuhire.sandbox.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.offer.OfferStatus;
import io.github.feishuhire.sandbox.offer.Offers;
import io.github.feishuhire.sandbox.talent.Contact;
import io.github.feishuhire.sandbox.talent.TagRules;
import io.github.feishuhire.sandbox.talent.Talents;
import io.github.feishuhire.sandbox.website.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Feishu tells of what a recruiter does. */
final class RecruiterTest {

  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
  private static final InstantSource CLOCK = () -> NOW;
  private static final String PRIORITY = "6960663240925956661";

  private final List<String> told = new ArrayList<>();
  private final Ids ids = new Ids();
  private final Talents talents = new Talents(ids);
  private final Applications applications =
      new Applications(ids, CLOCK, talents, (type, event) -> told.add(type + " " + event));
  private final Offers offers =
      new Offers(ids, CLOCK, (type, event) -> told.add(type + " " + event));
  private final Recruiter recruiter = new Recruiter(applications, CLOCK);
  private final String talentId =
      talents
          .recognise(
              "somebody",
              Contact.of(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()))
          .id();
  private final JobApplication application =
      applications.add(
          talentId,
          "1",
          new Origin(Tenant.SMALL.websites().getFirst(), Optional.empty(), List.of()),
          NOW);
  private final String id = application.id();

  @Test
  void aMoveIsTold() {
    recruiter.moveOn(id);

    assertThat(told)
        .containsExactly(
            ("hire.application.stage_changed_v1 {\"application_id\":\"%s\","
                    + "\"origin_stage_id\":\"6960663240925956401\","
                    + "\"target_stage_id\":\"6960663240925956402\",\"update_time\":%d}")
                .formatted(id, NOW.toEpochMilli()));
  }

  @Test
  void aMoveToWhereItIsAndALockAreNoMoves() {
    assertThat(recruiter.move(id, "简历初筛")).isPresent();
    recruiter.lock(id, true);

    assertThat(told).isEmpty();
  }

  @Test
  void theLastStageIsKept() {
    for (int step = 0; step < 9; step++) {
      recruiter.moveOn(id);
    }

    assertThat(told).hasSize(6);
    assertThat(applications.require(id).stage().isOnboarded()).isTrue();
  }

  @Test
  void aDeletionIsTold() {
    recruiter.delete(id);

    assertThat(told)
        .containsExactly(
            "hire.application.deleted_v1 {\"application_ids\":[\"%s\"]}".formatted(id));
  }

  @Test
  void whatHappensToATalentWithASubscribedTagIsTold() {
    tag();

    recruiter.lock(id, true);
    recruiter.lock(id, false);
    recruiter.moveOn(id);

    assertThat(told)
        .hasSize(4)
        .filteredOn(one -> one.startsWith("hire.talent.tag_subscription_v1"))
        .satisfiesExactly(
            locked -> assertThat(locked).contains("\"type\":2,\"lock_status\":2", PRIORITY),
            unlocked -> assertThat(unlocked).contains("\"type\":3,\"lock_status\":1"),
            moved -> assertThat(moved).contains("\"type\":1,", "\"zh_name\":\"简历评估\""));
  }

  @Test
  void anOfferIsToldWhenItChangesAndNotWhenItIsMade() {
    offers.bring(application, OfferStatus.CREATED);
    offers.bring(application, OfferStatus.SENT);
    offers.bring(application, OfferStatus.SENT);

    assertThat(told)
        .singleElement()
        .asString()
        .matches("hire\\.offer\\.status_changed_v1 \\{\"offer_id\":\"[0-9]{19}\"}");
  }

  private void tag() {
    ObjectNode body = Reply.object().put("operation", 1);
    body.putArray("tag_id_list").add(PRIORITY);
    Reply unused =
        new TagRules(talents)
            .answer(
                new Call(
                    Api.TAG_TALENT, Map.of("talent_id", talentId), Map.of(), new Body.Json(body)));
  }
}
