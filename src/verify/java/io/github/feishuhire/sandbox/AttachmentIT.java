package io.github.feishuhire.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.sandbox.Caller.Answer;
import io.github.feishuhire.sandbox.attachment.Attachment;
import io.github.feishuhire.sandbox.attachment.AttachmentRules;
import io.github.feishuhire.sandbox.attachment.Attachments;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Refusal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttachmentIT {

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = Caller.of(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"content\"; filename=\"简历.pdf\"",
        "name=\"content\"; filename*=UTF-8''%E7%AE%80%E5%8E%86.pdf",
        "name=\"content\"; filename=\"resume.pdf\"; filename*=UTF-8''%E7%AE%80%E5%8E%86.pdf",
      })
  void keepsNameSizeAndDigest(String header) {
    Answer answer = caller.upload(header, "hello".getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/message")).isEqualTo("OK");
    assertThat(answer.json().has("msg")).isFalse();
    assertThat(answer.text("/data/name")).isEqualTo("简历.pdf");
    assertThat(answer.text("/data/id")).matches("\\d{19}");
    assertThat(sandbox.attachments().getLast())
        .isEqualTo(
            new Attachment(
                answer.text("/data/id"),
                "简历.pdf",
                5,
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
  }

  @Test
  void recordsTheFileInsteadOfItsContent() {
    caller.upload("name=\"content\"; filename=\"a.pdf\"", "hello".getBytes(UTF_8));

    var upload = sandbox.requests(Api.CREATE_ATTACHMENT).getFirst().upload().orElseThrow();
    assertThat(upload.fileName()).isEqualTo("a.pdf");
    assertThat(upload.size()).isEqualTo(5);
  }

  @Test
  void makesANewAttachmentEachTime() {
    Answer first = caller.upload("name=\"content\"; filename=\"a.pdf\"", new byte[0]);
    Answer second = caller.upload("name=\"content\"; filename=\"a.pdf\"", new byte[0]);

    assertThat(first.text("/data/id")).isNotEqualTo(second.text("/data/id"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=\"file\"; filename=\"a.pdf\"", "name=\"content\"", "name="})
  void refusesAFormWithoutTheFile(String header) {
    Answer answer = caller.upload(header, new byte[10]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(1002002);
  }

  @Test
  void refusesWhatIsNoForm() {
    assertThat(caller.post(Caller.ATTACHMENTS, "{}").code()).isEqualTo(1002002);
    assertThat(caller.uploadForm(BodyPublishers.ofString("--edge\r\nbroken")).code())
        .isEqualTo(1002002);
  }

  @Test
  void takes300MegabytesAndNotAByteMore() {
    var rules = new AttachmentRules(new Attachments(), new Ids());
    long limit = 300L * 1024 * 1024;

    assertThat(rules.answer(uploadOf(limit)).status()).isEqualTo(200);
    assertThatThrownBy(() -> rules.answer(uploadOf(limit + 1))).isInstanceOf(Refusal.class);
  }

  private static Call uploadOf(long size) {
    return new Call(Api.CREATE_ATTACHMENT, Map.of(), Map.of(), new Body.Upload("a.pdf", size, ""));
  }
}
