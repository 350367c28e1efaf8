package io.github.feishuhire.api.talent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.delivery.Delivered;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NotesIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withTaskDuration(Duration.ZERO));
  private final FeishuHire hire =
      new FeishuHire(
          Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system());

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void writesANote() {
    var delivered = Delivered.to(hire, sandbox);

    String id =
        hire.notes()
            .create(new NoteDraft(delivered.talentId(), delivered.id(), "ou_1", "约周五", 1), TERMS);

    var note = sandbox.notes().getFirst();
    assertThat(note.id()).isEqualTo(id);
    assertThat(note.isPrivate()).isTrue();
    assertThat(sandbox.requests(Api.CREATE_NOTE).getFirst().json().toString())
        .isEqualTo(
            "{\"talent_id\":\"%s\",\"application_id\":\"%s\",\"creator_id\":\"ou_1\","
                    .formatted(delivered.talentId(), delivered.id())
                + "\"content\":\"约周五\",\"privacy\":1}");
  }

  @Test
  void sendsNothingThatIsNotGiven() {
    String talentId = Delivered.to(hire, sandbox).talentId();

    String unused = hire.notes().create(new NoteDraft(talentId, null, null, "一", null), TERMS);

    assertThat(sandbox.requests(Api.CREATE_NOTE).getFirst().json().fieldNames())
        .toIterable()
        .containsExactly("talent_id", "content");
  }

  @Test
  void isNotRepeatedWhenTheAnswerGetsLost() {
    String talentId = Delivered.to(hire, sandbox).talentId();
    sandbox.next(Api.CREATE_NOTE, Fault.disconnect().executed());

    FeishuException lost =
        catchThrowableOfType(
            FeishuException.class,
            () -> hire.notes().create(new NoteDraft(talentId, null, null, "一", null), TERMS));

    assertThat(lost.failure()).isInstanceOf(Unanswered.class);
    assertThat(sandbox.notes()).hasSize(1);
  }

  @Test
  void tellsATalentThatIsNotThere() {
    FeishuException refused =
        catchThrowableOfType(
            FeishuException.class,
            () -> hire.notes().create(new NoteDraft("1", null, null, "一", null), TERMS));

    assertThat(refused.failure())
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.refusal()).isEqualTo(Refusal.TALENT_NOT_FOUND));
  }
}
