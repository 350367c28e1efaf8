package io.github.feishuhire.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.network.Trust;
import io.github.feishuhire.network.WebProxy;
import io.github.feishuhire.network.WebProxy.Credentials;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.testbed.network.PrivateTls;
import io.github.feishuhire.testbed.network.SmallProxy;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Operations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault of a connection is found, named, and the only one that is. */
final class FeishuCheckIT {

  private static final String ID = "cli_sandbox00000001";
  private static final String SECRET = "sandbox-secret";

  private Sandbox sandbox = Sandbox.start();

  @BeforeEach
  void startAnew() {
    sandbox.close();
    sandbox = Sandbox.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static List<Finding> examine(Map<String, App> apps, InstantSource clock) {
    return examine(apps, clock, Language.EN);
  }

  private static List<Finding> examine(
      Map<String, App> apps, InstantSource clock, Language language) {
    return examine(apps, clock, language, Egress.OF_THE_JVM);
  }

  private static List<Finding> examine(
      Map<String, App> apps, InstantSource clock, Language language, Egress egress) {
    List<Finding> findings = new ArrayList<>();
    Setup setup =
        new Setup(
            List.of(),
            List.of(),
            null,
            apps,
            Map.of(),
            QuotaShare.ALONE,
            egress,
            () -> {
              throw new IllegalStateException();
            },
            false,
            new Words(language));
    new Doctor(setup, Operations.TASKS, clock).examine(findings::add);
    return findings.stream().filter(finding -> finding.subject().startsWith("feishu")).toList();
  }

  private static List<Finding> examine(URI address, String id, String secret) {
    return examine(Map.of("default", new App(address, id, secret)), InstantSource.system());
  }

  private List<Finding> examine() {
    return examine(sandbox.baseUrl(), ID, SECRET);
  }

  private static Finding onlyFault(List<Finding> findings) {
    List<Finding> faults = findings.stream().filter(Finding::isFault).toList();
    assertThat(faults).hasSize(1);
    return faults.getFirst();
  }

  @Test
  void findsNothingWrongWithTheSandbox() {
    assertThat(examine()).isNotEmpty().noneMatch(Finding::isFault);
  }

  @Test
  void readsAndNeverWrites() {
    int users = sandbox.siteUsers().size();
    int attachments = sandbox.attachments().size();

    examine();

    assertThat(sandbox.requests())
        .extracting(request -> request.api().orElseThrow())
        .doesNotContain(Api.CREATE_ATTACHMENT, Api.CREATE_SITE_USER, Api.CREATE_BY_ATTACHMENT);
    assertThat(sandbox.siteUsers()).hasSize(users);
    assertThat(sandbox.attachments()).hasSize(attachments);
    assertThat(sandbox.tasks()).isEmpty();
  }

  @Test
  void namesAWrongSecret() {
    Finding fault = onlyFault(examine(sandbox.baseUrl(), ID, "not-the-secret"));

    assertThat(fault.text()).isEqualTo("the app secret is wrong (10015)");
    assertThat(fault.advice()).contains("developer console");
  }

  @Test
  void namesAnAppThatIsUnknownOrDisabled() {
    sandbox.disableApp(ID);

    assertThat(onlyFault(examine()).text())
        .isEqualTo("there is no app with this id, or it is disabled (10014)");
  }

  @ParameterizedTest
  @CsvSource({
    "APP_NOT_IN_USE, the app is disabled (99991662)",
    "APP_UNAUTHORIZED, the app is not installed in the tenant (99991673)",
    "IP_DENIED, this machine's address is not on the app's IP allow-list (99991401)",
    "QUOTA_EXCEEDED, the tenant's API calls of this month are used up (99991403)",
  })
  void namesWhatKeepsAnAppWithATokenFromCalling(ErrorCode code, String expected) {
    sandbox.next(Api.LIST_SCOPES, Fault.error(code));

    assertThat(onlyFault(examine()).text()).isEqualTo(expected);
  }

  /** As the list of scopes says it, unlike every other API. */
  @Test
  void namesAnAppThatIsNotInstalledHoweverItIsSaid() {
    sandbox.next(Api.LIST_SCOPES, Fault.error(400, 212100));

    assertThat(onlyFault(examine()).text())
        .isEqualTo("the app is not installed in the tenant (212100)");
  }

  @ParameterizedTest
  @CsvSource({"hire:attachment", "hire:site", "hire:site_application"})
  void namesTheScopeThatIsMissing(String scope) {
    Finding fault = onlyFault(examineWithout(scope, Set.of()));

    assertThat(fault.text()).isEqualTo("scope " + scope + " is not granted (99991672)");
    assertThat(fault.advice()).contains("https://open.feishu.cn/app?q=").contains(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "hire:site, hire:site:readonly",
    "hire:site_application, hire:site_application:readonly",
  })
  void namesAScopeToWriteAlsoWhereTheOneToReadIsGranted(String scope, String readOnly) {
    Finding fault = onlyFault(examineWithout(scope, Set.of(readOnly)));

    assertThat(fault.text()).isEqualTo("scope " + scope + " is not granted");
  }

  @ParameterizedTest
  @CsvSource({
    "hire:site_job_post:readonly, 'List Job Posts, Get Job Post'",
    "hire:location:readonly, List Locations",
  })
  void namesTheTasksThatAScopeIsNeededFor(String scope, String tasks) {
    List<Finding> findings = examineWithout(scope, Set.of());

    assertThat(findings).noneMatch(Finding::isFault);
    assertThat(findings)
        .filteredOn(finding -> finding.state() == Finding.State.NOTE)
        .extracting(Finding::text)
        .containsExactly(
            "scope %s is not granted (99991672): it is only needed for %s and the command templates"
                .formatted(scope, tasks));
  }

  @ParameterizedTest
  @CsvSource({
    "hire:application, 'Get Application, Move to Stage, Terminate Application, Recover Application,"
        + " Get Offer'",
    "hire:job_process:readonly, 'Move to Stage, List Stages'",
    "hire:interview:readonly, Get Interviews",
    "hire:evaluation:readonly, Get Evaluations",
    "hire:talent, Tag Talent",
    "hire:talent_tag:readonly, Tag Talent",
    "hire:note, Create Note"
  })
  void namesTheTasksAfterTheDeliveryThatAScopeIsNeededFor(String scope, String tasks) {
    List<Finding> findings = examineWithout(scope, Set.of());

    assertThat(findings).noneMatch(Finding::isFault);
    assertThat(findings)
        .filteredOn(finding -> finding.state() == Finding.State.NOTE)
        .extracting(Finding::text)
        .containsExactly(
            "scope %s is not granted (99991672): it is only needed for %s".formatted(scope, tasks));
  }

  @ParameterizedTest
  @CsvSource({"tenant, false", "user, true"})
  void countsNoScopeThatIsGrantedForUsersOnly(String type, boolean isMissing) {
    sandbox.next(Api.LIST_SCOPES, Fault.body(200, "application/json", scopes(type)));

    List<Finding> faults = examine().stream().filter(Finding::isFault).toList();

    assertThat(faults)
        .extracting(Finding::text)
        .isEqualTo(isMissing ? List.of("scope hire:site is not granted") : List.of());
  }

  /** Every scope the app has, but one of them of this type. */
  private static ByteString scopes(String typeOfOne) {
    String scopes =
        SandboxSettings.DEFAULT_APP.scopes().stream()
            .map(
                name ->
                    "{\"scope_name\":\"%s\",\"grant_status\":1,\"scope_type\":\"%s\"}"
                        .formatted(name, name.equals("hire:site") ? typeOfOne : "tenant"))
            .collect(Collectors.joining(","));
    return ByteString.encodeUtf8("{\"code\":0,\"data\":{\"scopes\":[" + scopes + "]}}");
  }

  @Test
  void guessesNothingWhenFeishuDoesNotListTheScopes() {
    sandbox.next(Api.LIST_SCOPES, Fault.error(ErrorCode.PATH_NOT_FOUND));

    List<Finding> findings = examine();

    assertThat(findings).noneMatch(Finding::isFault);
    assertThat(findings)
        .filteredOn(finding -> finding.state() == Finding.State.NOTE)
        .extracting(Finding::text)
        .contains(
            "scope hire:site: nothing that only reads shows whether it is granted; the first task"
                + " that needs it will: Create Site User, Create Channel",
            "scope hire:site_application: nothing that only reads shows whether it is granted; the"
                + " first task that needs it will: Submit Website Delivery, Submit Structured"
                + " Resume");
    assertThat(findings).extracting(Finding::text).contains("scope hire:attachment is granted");
  }

  @Test
  void saysAllOfItInChineseWhereThatIsTheLanguage() {
    sandbox.next(Api.LIST_SCOPES, Fault.error(ErrorCode.PATH_NOT_FOUND));
    Map<String, App> apps = new LinkedHashMap<>();
    apps.put("default", new App(sandbox.baseUrl(), ID, SECRET));
    apps.put("lark", new App(sandbox.baseUrl(), ID, "not-the-secret"));
    InstantSource fast = () -> InstantSource.system().instant().plus(Duration.ofMinutes(10));

    List<Finding> findings = examine(apps, fast, Language.ZH_CN);

    assertThat(findings)
        .extracting(Finding::text)
        .contains(
            "本机时钟比飞书快 10 分钟",
            "权限 hire:attachment 已开通",
            "权限 hire:site：仅靠读取无法判断是否已开通，首次执行需要它的任务时才会知道：" + "创建官网用户、创建推广渠道",
            "App Secret 错误（10015）")
        .allMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
    assertThat(findings)
        .filteredOn(Finding::isFault)
        .extracting(Finding::advice)
        .contains("请校准时钟，建议使用 NTP。", "请在开发者后台的“凭证与基础信息”中重新复制。");
  }

  private List<Finding> examineWithout(String scope, Set<String> more) {
    Set<String> scopes = new HashSet<>(SandboxSettings.DEFAULT_APP.scopes());
    scopes.remove(scope);
    scopes.addAll(more);
    var app = new io.github.feishuhire.sandbox.token.App("cli_less", "secret", scopes);
    try (Sandbox strict = Sandbox.start(SandboxSettings.DEFAULT.withApp(app))) {
      return examine(strict.baseUrl(), "cli_less", "secret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT10M10S, 10 minutes ahead of",
    "PT-10M-10S, 10 minutes behind",
    "PT90S, more than a minute ahead of",
  })
  void namesAWrongClock(Duration wrong, String expected) {
    App app = new App(sandbox.baseUrl(), ID, SECRET);
    InstantSource clock = () -> InstantSource.system().instant().plus(wrong);

    Finding fault = onlyFault(examine(Map.of("default", app), clock));

    assertThat(fault.text()).isEqualTo("this machine's clock is " + expected + " Feishu's");
  }

  @Test
  void namesAnAddressNobodyListensAt() throws IOException {
    URI address;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }

    List<Finding> findings = examine(address, ID, SECRET);

    assertThat(findings).hasSize(1);
    assertThat(onlyFault(findings).text()).isEqualTo(address + " cannot be reached");
  }

  @Test
  void namesANameThatCannotBeResolved() {
    Finding fault = onlyFault(examine(URI.create("https://feishu.invalid"), ID, SECRET));

    assertThat(fault.text()).isEqualTo("the name feishu.invalid cannot be resolved");
  }

  @Test
  void namesACertificateThatIsNotTrusted() throws IOException {
    HeldCertificate own =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(own).build();
    try (ServerSocket server =
        certificates
            .sslContext()
            .getServerSocketFactory()
            .createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> shakeHands(server));

      Finding fault =
          onlyFault(examine(URI.create("https://localhost:" + server.getLocalPort()), ID, SECRET));

      assertThat(fault.text()).isEqualTo("no trusted TLS connection to localhost");
    }
  }

  private static void shakeHands(ServerSocket server) {
    try (var socket = server.accept()) {
      assertThat(socket.getInputStream().read()).isNegative();
    } catch (IOException refusedByTheClient) {
      // As it should be.
    }
  }

  @Test
  void namesAnAnswerThatIsNotFromFeishu() {
    sandbox.next(Api.TENANT_ACCESS_TOKEN, Fault.html(503));

    assertThat(onlyFault(examine()).text())
        .endsWith(" answers, but not as Feishu does (HTTP 503, not its JSON)");
  }

  @Test
  void looksAtEachConnection() {
    Map<String, App> apps = new LinkedHashMap<>();
    apps.put("default", new App(sandbox.baseUrl(), ID, SECRET));
    apps.put("lark", new App(sandbox.baseUrl(), ID, "not-the-secret"));

    List<Finding> findings = examine(apps, InstantSource.system());

    assertThat(onlyFault(findings).subject()).isEqualTo("feishu lark");
    assertThat(findings).extracting(Finding::subject).contains("feishu default");
  }

  @Test
  void printsNoSecretAndNoLinkThatIsNone() {
    sandbox.next(
        Api.PREVIEW_ATTACHMENT,
        Fault.body(
            400,
            "application/json",
            ByteString.encodeUtf8(
                """
                {"code":99991672,"error":{"helps":[{"url":"https://x/\\u001b[31m"}]}}
                """)));

    List<Finding> findings = examine();

    assertThat(onlyFault(findings).advice()).contains("in the developer console");
    assertThat(findings.toString()).doesNotContain(SECRET).doesNotContain("\u001b");
  }

  private static final String BEHIND = "feishu.invalid";

  private List<Finding> examineThrough(@Nullable Credentials credentials, String host) {
    try (PrivateTls tls = new PrivateTls(BEHIND, sandbox.baseUrl());
        SmallProxy proxy = new SmallProxy(Map.of(BEHIND + ":443", tls.port()), "hire:word")) {
      var trust = Trust.of(tls.trust().sslContext(), tls.trust().trustManager());
      var way = new WebProxy("127.0.0.1", proxy.port(), credentials, Set.of());
      return examine(
          Map.of("default", new App(URI.create("https://" + host), ID, SECRET)),
          InstantSource.system(),
          Language.EN,
          new Egress(way, trust));
    }
  }

  @Test
  void looksThroughTheProxy() {
    assertThat(examineThrough(new Credentials("hire", "word"), BEHIND))
        .noneMatch(Finding::isFault)
        .first()
        .extracting(Finding::text)
        .asString()
        .matches("https://feishu.invalid is reached through the proxy 127.0.0.1:[0-9]+");
  }

  @Test
  void namesAProxyThatWantsAPassword() {
    for (Credentials credentials : Arrays.asList(null, new Credentials("hire", "other"))) {
      Finding fault = onlyFault(examineThrough(credentials, BEHIND));

      assertThat(fault.text()).contains("asks for a name and a password");
      assertThat(fault.advice()).contains("FEISHU_PROXY_PASSWORD");
    }
  }

  @Test
  void namesAProxyThatDoesNotConnectToFeishu() {
    Finding fault = onlyFault(examineThrough(new Credentials("hire", "word"), "other.invalid"));

    assertThat(fault.text())
        .startsWith("https://other.invalid cannot be reached through the proxy 127.0.0.1:");
    assertThat(fault.advice()).contains("FEISHU_PROXY_HOST", "CONNECT");
  }
}
