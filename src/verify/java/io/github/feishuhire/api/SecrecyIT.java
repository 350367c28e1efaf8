package io.github.feishuhire.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.api.delivery.DeliveryDraft;
import io.github.feishuhire.api.delivery.Identification;
import io.github.feishuhire.api.delivery.StructuredDraft;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.api.website.SiteUserDraft;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.http.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.ByteString;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that gets printed holds the secret, a token or anything of a candidate. */
final class SecrecyIT {

  private static final String SECRET = "CanarySecret";
  private static final String NAME = "CanaryName";
  private static final String EMAIL = "canary@example.com";
  private static final String MOBILE = "19900000001";
  private static final String NUMBER = "CANARYNUMBER11002030";
  private static final String FILE = "CanaryFile.pdf";
  private static final Set<String> CANARIES = Set.of(SECRET, NAME, EMAIL, MOBILE, NUMBER, FILE);

  private static final CallOptions TERMS = CallOptions.patient(Duration.ofSeconds(5));
  private static final Identification IDENTIFICATION = new Identification(1, NUMBER);
  private static final DeliveryDraft DELIVERY =
      new DeliveryDraft(
          "6960663240925956636",
          "6960663240925956634",
          "7095614894070434092",
          null,
          null,
          "+86",
          MOBILE,
          EMAIL,
          IDENTIFICATION);
  private static final SiteUserDraft USER =
      new SiteUserDraft("canary-external", NAME, EMAIL, MOBILE, "CN_1");
  private static final ResumeFile RESUME =
      new ResumeFile(FILE, null, 3, () -> new ByteArrayInputStream(new byte[3]));

  private static final StructuredDraft STRUCTURED =
      new StructuredDraft(
          "6960663240925956636",
          "6960663240925956634",
          JsonNodeFactory.instance
              .objectNode()
              .set(
                  "basic_info",
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("name", NAME)
                      .put("email", EMAIL)
                      .put("mobile", MOBILE)),
          null,
          null);

  static final List<Object> PRINTABLE =
      List.of(
          DELIVERY,
          STRUCTURED,
          USER,
          RESUME,
          IDENTIFICATION,
          new App(URI.create("https://open.feishu.cn"), "cli_1", SECRET),
          TERMS);

  private final Sandbox sandbox =
      Sandbox.start(
          SandboxSettings.DEFAULT.withApp(
              new io.github.feishuhire.sandbox.token.App(
                  "cli_canary", SECRET, SandboxSettings.DEFAULT_APP.scopes())));
  private final App app = new App(sandbox.baseUrl(), "cli_canary", SECRET);
  private final FeishuHire feishu =
      new FeishuHire(app, QuotaShare.ALONE, HttpSender.create(), Time.system());

  @AfterEach
  void close() {
    sandbox.close();
  }

  @ParameterizedTest
  @FieldSource("PRINTABLE")
  void noRecordPrintsWhatItHolds(Object printable) {
    assertThat(printable.toString()).doesNotContain(CANARIES).doesNotContain("canary-external");
  }

  /** The other side repeats whatever it was told, wherever it can. */
  @ParameterizedTest
  @MethodSource
  void noFailureRepeatsWhatWasSent(Fault fault) {
    for (Api api :
        List.of(
            Api.CREATE_BY_ATTACHMENT,
            Api.CREATE_BY_RESUME,
            Api.CREATE_SITE_USER,
            Api.CREATE_ATTACHMENT)) {
      sandbox.next(api, fault, 2);
    }

    List<String> printed =
        Stream.<Runnable>of(
                () -> feishu.deliveries().submit("7047318856652261676", DELIVERY, TERMS),
                () -> feishu.deliveries().submit("7047318856652261676", STRUCTURED, TERMS),
                () -> feishu.siteUsers().create("7047318856652261676", USER, TERMS),
                () -> feishu.attachments().upload(RESUME, TERMS))
            .map(SecrecyIT::printed)
            .toList();

    assertThat(printed).allSatisfy(text -> assertThat(text).doesNotContain(CANARIES));
    assertThat(tokens()).isNotEmpty();
    assertThat(printed).allSatisfy(text -> assertThat(text).doesNotContain(tokens()));
  }

  static Stream<Arguments> noFailureRepeatsWhatWasSent() {
    String all = String.join(" ", CANARIES);
    String echo =
        """
        {"code": %%d, "msg": "%1$s", "message": "%1$s",
         "error": {"log_id": "%1$s", "logid": "%1$s", "message": "%1$s", "troubleshooter": "%1$s",
                   "field_violations": [
                     {"field": "email %1$s", "value": "%1$s", "description": "%1$s"},
                     {"field": "%2$s"}, {"field": "%3$s"}, {"field": "email", "value": "%2$s"}],
                   "permission_violations": [{"type": "%1$s", "subject": "%1$s", "scope": "%2$s"}],
                   "helps": [{"url": "https://%1$s"}]}}
        """
            .formatted(all, EMAIL, MOBILE);
    return Stream.concat(
        Stream.of(1002002, 4711, 99991663, 99991672, 99991400, 1002001)
            .map(
                code ->
                    argumentSet("code " + code, Fault.body(400, "text/json", utf8(echo, code)))),
        Stream.of(
            argumentSet("no JSON", Fault.body(200, "text/html", ByteString.encodeUtf8(all))),
            argumentSet("no data", Fault.body(200, "text/json", utf8(echo, 0))),
            argumentSet("truncated", Fault.truncated()),
            argumentSet("disconnected", Fault.disconnect())));
  }

  @Test
  void aWrongSecretIsNotRepeated() {
    App wrong = new App(sandbox.baseUrl(), "cli_canary", SECRET + "Guessed");
    var stranger = new FeishuHire(wrong, QuotaShare.ALONE, HttpSender.create(), Time.system());

    String printed =
        printed(() -> stranger.deliveries().submit("7047318856652261676", DELIVERY, TERMS));

    assertThat(printed).contains("10015").doesNotContain(CANARIES);
  }

  @Test
  void aContentThatCannotBeReadIsNotNamed() {
    var unreadable =
        new ResumeFile(
            FILE,
            null,
            3,
            () -> {
              throw new IOException(FILE);
            });

    String printed = printed(() -> feishu.attachments().upload(unreadable, TERMS));

    assertThat(printed).contains("CONTENT_UNREADABLE").doesNotContain(CANARIES);
  }

  /** Everything a logger would print of it, causes and suppressed ones included. */
  private static String printed(Runnable call) {
    FeishuException thrown = Assertions.catchThrowableOfType(FeishuException.class, call::run);
    var text = new StringWriter();
    Objects.requireNonNull(thrown, "it succeeded").printStackTrace(new PrintWriter(text));
    return text + thrown.failure().toString();
  }

  private Set<String> tokens() {
    return sandbox.requests().stream()
        .map(RecordedRequest::headers)
        .filter(headers -> headers.containsKey("authorization"))
        .map(headers -> Objects.requireNonNull(headers.get("authorization")).substring(7))
        .collect(Collectors.toSet());
  }

  private static ByteString utf8(String echo, int code) {
    return ByteString.encodeUtf8(echo.formatted(code));
  }
}
