package io.github.feishuhire.api.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.github.feishuhire.sandbox.http.Body;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.stream.Stream;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UploadIT {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);
  private static final byte[] CONTENT = "%PDF-1.7 简历".getBytes(UTF_8);

  private final Sandbox sandbox = Sandbox.start();
  private final Attachments attachments =
      new FeishuHire(
              Apps.at(sandbox.baseUrl()), QuotaShare.ALONE, HttpSender.create(), Time.system())
          .attachments();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void sendsTheDocumentedRequest() {
    String id = attachments.upload(file("resume.pdf", CONTENT, CONTENT.length), TERMS);

    RecordedRequest request = request();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/open-apis/hire/v1/attachments");
    assertThat(request.headers().get("content-type"))
        .matches("multipart/form-data; boundary=[0-9a-f-]{36}");
    assertThat(request.headers()).containsKey("content-length");
    assertThat(request.headers().get("authorization")).matches("Bearer t-[0-9a-f]{32}");
    assertThat(request.upload())
        .contains(
            new Body.Upload("resume.pdf", CONTENT.length, ByteString.of(CONTENT).sha256().hex()));
    assertThat(id).isEqualTo(sandbox.attachments().getLast().id());
  }

  @ParameterizedTest
  @MethodSource
  void keepsTheFileName(String name) {
    attachments.upload(file(name, CONTENT, CONTENT.length), TERMS);

    assertThat(request().upload().map(Body.Upload::fileName)).contains(name);
  }

  static Stream<String> keepsTheFileName() {
    return Stream.of(
        "简历.pdf",
        "Résumé d'été.docx",
        "履歴書😀.pdf",
        "a;b=c, d.pdf",
        "two  spaces .pdf",
        "100%.pdf",
        "长".repeat(196) + ".pdf");
  }

  @Test
  void aQuoteInTheFileNameEndsNeitherTheNameNorTheHeader() {
    attachments.upload(file("the \"best\"\r\nX-More: 1.pdf", CONTENT, CONTENT.length), TERMS);

    assertThat(request().upload().map(Body.Upload::fileName))
        .contains("the %22best%22%0D%0AX-More: 1.pdf");
  }

  @Test
  void thereIsNoFileOfUnknownSize() {
    assertThatThrownBy(() -> file("resume.pdf", CONTENT, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sendsMoreThanFitsIntoAnyBuffer() {
    byte[] content = new byte[8 * 1024 * 1024 + 1];

    attachments.upload(file("resume.pdf", content, content.length), TERMS);

    assertThat(request().upload().map(Body.Upload::size)).contains((long) content.length);
  }

  @Test
  void acceptsAnyContentType() {
    for (@Nullable String type : new @Nullable String[] {null, "application/pdf", "nonsense", ""}) {
      attachments.upload(
          new ResumeFile("a.pdf", type, CONTENT.length, () -> new ByteArrayInputStream(CONTENT)),
          TERMS);
    }

    assertThat(sandbox.requests(Api.CREATE_ATTACHMENT))
        .hasSize(4)
        .allMatch(RecordedRequest::executed);
  }

  /** Parameters may be quoted, and quoted text may hold line breaks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/pdf; a=\"\r\nX-More: 1\r\n\r\n%PDF-\"",
        "application/pdf;\r\n\r\na=b",
      })
  void aContentTypeEndsNoHeader(String type) {
    attachments.upload(
        new ResumeFile("a.pdf", type, CONTENT.length, () -> new ByteArrayInputStream(CONTENT)),
        TERMS);

    assertThat(request().upload())
        .contains(new Body.Upload("a.pdf", CONTENT.length, ByteString.of(CONTENT).sha256().hex()));
  }

  @Test
  void readsTheContentAgainWhenTheTokenWasRefused() {
    sandbox.next(Api.CREATE_ATTACHMENT, Fault.tokenExpired());

    attachments.upload(file("resume.pdf", CONTENT, CONTENT.length), TERMS);

    assertThat(sandbox.requests(Api.CREATE_ATTACHMENT))
        .extracting(request -> request.upload().map(Body.Upload::size).orElse(0L))
        .containsExactly((long) CONTENT.length, (long) CONTENT.length);
  }

  @Test
  void understandsTheReplyThatSaysMessageInsteadOfMsg() {
    reply("{\"code\":0,\"message\":\"OK\",\"data\":{\"id\":\"7095614894070434092\"}}");

    String id = attachments.upload(file("a.pdf", CONTENT, CONTENT.length), TERMS);

    assertThat(id).isEqualTo("7095614894070434092");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "{\"id\":\"\"}", "{\"id\":7095614894070434092}"})
  void aReplyWithoutIdIsNoAnswer(String data) {
    reply("{\"code\":0,\"data\":%s}".formatted(data));

    assertThatThrownBy(() -> attachments.upload(file("a.pdf", CONTENT, CONTENT.length), TERMS))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .usingRecursiveComparison()
                    .ignoringFields("logId")
                    .isEqualTo(new Unanswered(Reason.UNREADABLE_REPLY, 200, 0, null)));
  }

  private void reply(String text) {
    sandbox.next(
        Api.CREATE_ATTACHMENT, Fault.body(200, "application/json", ByteString.encodeUtf8(text)));
  }

  private RecordedRequest request() {
    return sandbox.requests(Api.CREATE_ATTACHMENT).getLast();
  }

  private static ResumeFile file(String name, byte[] content, long size) {
    return new ResumeFile(name, "application/pdf", size, () -> new ByteArrayInputStream(content));
  }
}
