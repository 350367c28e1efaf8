package io.github.feishuhire.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.Apps;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.attachment.Attachments;
import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.testbed.feishu.Kind;
import io.github.feishuhire.testbed.feishu.Request;
import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.feishu.Turn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Where the line between "nothing happened" and "nobody knows" runs. */
final class NotSentTest {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ZERO);

  @Test
  void unknownHost() {
    Transport transport = transport(URI.create("https://feishu.invalid"));

    FeishuFailure failure = failure(transport);

    assertThat(failure).isEqualTo(new NotSent(Obstacle.UNKNOWN_HOST));
  }

  @Test
  void connectionRefused() {
    Transport transport;
    try (var feishu = new StandIn()) {
      transport = transport(feishu.baseUrl(""));
    }

    FeishuFailure failure = failure(transport);

    assertThat(failure).isEqualTo(new NotSent(Obstacle.CONNECTION_FAILED));
  }

  @Test
  void connectionRefusedOnceTheTokenIsThere() {
    Transport transport;
    try (var feishu = new StandIn()) {
      transport = transport(feishu.baseUrl(""));
      String unused = submit(transport);
    }

    FeishuFailure failure = failure(transport);

    assertThat(failure).isEqualTo(new NotSent(Obstacle.CONNECTION_FAILED));
  }

  @Test
  void noTlsOnTheOtherSide() {
    try (var feishu = new StandIn()) {
      URI https = URI.create(feishu.baseUrl("").toString().replace("http:", "https:"));

      FeishuFailure failure = failure(transport(https));

      assertThat(failure).isEqualTo(new NotSent(Obstacle.TLS_FAILED));
      assertThat(feishu.begun()).isEmpty();
    }
  }

  @Test
  void aResetWhileTheRequestIsWrittenIsADoubt() {
    try (var feishu = new StandIn()) {
      feishu.script().always(Kind.ATTACHMENT, Turn.cut());
      Transport transport = transport(feishu.baseUrl(""));

      FeishuFailure failure = failure(transport, NotSentTest::uploadOf32MiB);

      assertThat(failure).isEqualTo(new Unanswered(Reason.CONNECTION_LOST, 0, 0, null));
      assertThat(feishu.begun()).hasSize(1);
      assertThat(feishu.requests()).extracting(Request::kind).containsExactly(Kind.TOKEN);
    }
  }

  @Test
  void aContentThatCannotBeReadNeverArrivesAsAWhole() {
    ResumeFile unreadable =
        new ResumeFile(
            "resume.pdf",
            null,
            100,
            () -> {
              throw new IOException("the document is gone");
            });
    try (var feishu = new StandIn()) {
      Transport transport = transport(feishu.baseUrl(""));

      FeishuFailure failure =
          failure(transport, it -> new Attachments(it).upload(unreadable, TERMS));

      assertThat(failure).isEqualTo(new NotSent(Obstacle.CONTENT_UNREADABLE));
      assertThat(feishu.requests()).extracting(Request::kind).containsExactly(Kind.TOKEN);
    }
  }

  private static Transport transport(URI baseUrl) {
    return new Transport(Apps.at(baseUrl), QuotaShare.ALONE, HttpSender.create(), Time.system());
  }

  private static String submit(Transport transport) {
    return new Deliveries(transport).submit(Drafts.WEBSITE, Drafts.required(), TERMS);
  }

  private static String uploadOf32MiB(Transport transport) {
    byte[] content = new byte[32 * 1024 * 1024];
    return new Attachments(transport)
        .upload(
            new ResumeFile(
                "resume.pdf", null, content.length, () -> new ByteArrayInputStream(content)),
            TERMS);
  }

  private static FeishuFailure failure(Transport transport) {
    return failure(transport, NotSentTest::submit);
  }

  private static FeishuFailure failure(Transport transport, Function<Transport, String> call) {
    FeishuException thrown =
        Assertions.catchThrowableOfType(FeishuException.class, () -> call.apply(transport));
    return Objects.requireNonNull(thrown, "it succeeded").failure();
  }
}
