package io.github.feishuhire.event.longconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.lark.oapi.event.EventDispatcher;
import com.lark.oapi.service.hire.HireService;
import com.lark.oapi.service.hire.v1.model.P2ApplicationStageChangedV1;
import com.lark.oapi.ws.Client;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.process.FastTime;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.event.ClientConfig;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.PushedEvent;
import io.github.feishuhire.sandbox.http.Api;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes over the sandbox's long connection, while it breaks in all ways. */
final class LongConnectionsIT {

  private static final String STAGE_CHANGED = "hire.application.stage_changed_v1";
  private static final String APP = SandboxSettings.DEFAULT_APP.id();
  private static final String SECRET = SandboxSettings.DEFAULT_APP.secret();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final FastTime FAST = new FastTime(20);

  /** For those who have to wait for tries that come slowly. */
  private static final FastTime VERY_FAST = new FastTime(200);

  private static final EventSettings EVENTS =
      EventSettings.DEFAULT
          .withAnswerWithin(Duration.ofMillis(300))
          .withRepushes(Collections.nCopies(100, Duration.ofMillis(50)));

  private final List<LongConnections> started = new ArrayList<>();
  private final Receiver inbox = new Receiver();
  private final List<Object> told = new CopyOnWriteArrayList<>();

  private final ConnectionListener listener =
      new ConnectionListener() {
        @Override
        public void opened(String connection) {
          told.add("opened");
        }

        @Override
        public void ended(String connection, End why) {
          told.add(why);
        }
      };

  @AfterEach
  void stop() {
    inbox.release();
    started.forEach(connections -> connections.stop(PATIENCE));
  }

  @Test
  void anEventIsTakenAndAnswered() {
    try (Sandbox sandbox = sandbox(EVENTS)) {
      connect(sandbox);
      happen(sandbox, 1, 2, 3);

      awaitOver(sandbox);
      assertThat(inbox.taken()).containsExactlyInAnyOrder("1", "2", "3");
      assertThat(sandbox.events().pushes())
          .allSatisfy(push -> assertThat(push.answers()).containsExactly(200));
    }
  }

  @Test
  void theSdkHearsWhatThisClientDoesNot() {
    List<String> heardBySdk = new CopyOnWriteArrayList<>();
    try (Sandbox sandbox = sandbox(EVENTS)) {
      connect(sandbox);
      connectSdk(sandbox, heardBySdk);
      happen(sandbox, IntStream.range(0, 100).toArray());

      awaitOver(sandbox);
      assertThat(inbox.taken()).isNotEmpty();
      assertThat(heardBySdk).isNotEmpty();
      assertThat(Stream.concat(inbox.taken().stream(), heardBySdk.stream()))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 100).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void partsArePutTogether() {
    try (Sandbox sandbox = sandbox(EVENTS.withPartSize(17))) {
      connect(sandbox);
      happen(sandbox, 1);

      awaitOver(sandbox);
      assertThat(inbox.taken()).containsExactly("1");
      assertThat(sandbox.events().pushes().getFirst().answers()).containsExactly(200);
    }
  }

  @Test
  void whatIsNotTakenIsPushedAgain() {
    try (Sandbox sandbox = sandbox(EVENTS)) {
      connect(sandbox);
      inbox.refuse(2);
      happen(sandbox, 1);

      awaitOver(sandbox);
      assertThat(sandbox.events().pushes().getFirst().answers()).containsExactly(500, 500, 200);
    }
  }

  @Test
  void oneThatTakesLongHoldsUpNoOther() {
    try (Sandbox sandbox = sandbox(EVENTS.withAnswerWithin(Duration.ofSeconds(30)))) {
      connect(sandbox);
      inbox.hold("1");
      happen(sandbox, 1, 2, 3);

      await().until(() -> inbox.taken().size() == 2);
      assertThat(inbox.taken()).containsExactlyInAnyOrder("2", "3");
      inbox.release();
      awaitOver(sandbox);
      assertThat(sandbox.events().pushes().getFirst().answers()).containsExactly(200);
    }
  }

  @Test
  void whatComesInTooGreatANumberIsRefusedAndComesAgain() {
    int many = Handover.AT_A_TIME + 1;
    try (Sandbox sandbox = sandbox(EVENTS.withAnswerWithin(Duration.ofSeconds(30)))) {
      connect(sandbox);
      inbox.hold("7");
      happen(sandbox, Collections.nCopies(many, 7).stream().mapToInt(id -> id).toArray());

      await()
          .until(() -> sandbox.events().pushes().stream().anyMatch(p -> p.answers().contains(500)));
      assertThat(inbox.begun()).hasSizeLessThanOrEqualTo(Handover.AT_A_TIME);
      inbox.release();
      awaitOver(sandbox);
      assertThat(inbox.taken()).hasSize(many);
    }
  }

  @Test
  void aConnectionThatIsCutIsReplacedAndTheEventComesAgain() {
    try (Sandbox sandbox = sandbox(EVENTS)) {
      connect(sandbox);
      inbox.hold("1");
      happen(sandbox, 1);
      await().until(() -> inbox.begun().contains("1"));

      sandbox.longConnections().cutAll();
      await().until(() -> told.contains(End.LOST));
      inbox.release();

      awaitOver(sandbox);
      assertThat(sandbox.events().pushes().getFirst().answers()).startsWith(0).endsWith(200);
      assertThat(inbox.begun().size()).isGreaterThan(1);
      assertThat(told).startsWith("opened", End.LOST, "opened");
    }
  }

  @Test
  void aConnectionThatIsSilentIsGivenUp() {
    ClientConfig oftenPinged = new ClientConfig(-1, 1, 0, 20);
    try (Sandbox sandbox = sandbox(EVENTS.withClientConfig(oftenPinged))) {
      connect(sandbox);

      sandbox.longConnections().silenceAll();
      happen(sandbox, 1);

      awaitOver(sandbox);
      assertThat(inbox.taken()).contains("1");
      assertThat(told).startsWith("opened", End.SILENT, "opened");
    }
  }

  @Test
  void pingsKeepAConnectionOnWhichNothingHappens() {
    ClientConfig oftenPinged = new ClientConfig(-1, 1, 0, 5);
    try (Sandbox sandbox = sandbox(EVENTS.withClientConfig(oftenPinged))) {
      connect(sandbox);

      await().until(() -> sandbox.longConnections().pings(APP) > 6);
      assertThat(told).containsExactly("opened");
      assertThat(sandbox.longConnections().count(APP)).isOne();
    }
  }

  @Test
  void aWrongSecretIsSaidOnceAndTriedSlowlyUntilItIsRight() {
    List<String> secret = new CopyOnWriteArrayList<>(List.of("wrong-secret"));
    try (Sandbox sandbox = sandbox(EVENTS);
        Lines lines = new Lines()) {
      start(sandbox.baseUrl(), secret::getFirst, VERY_FAST);

      await().until(() -> sandbox.requests(Api.LONG_CONNECTION).size() >= 3);
      assertThat(told).containsOnly(End.SECRET_REFUSED);
      assertThat(lines.warnings())
          .singleElement()
          .asString()
          .contains("Connection default", "refuses", "FEISHU_APP_SECRET");
      var requests = sandbox.requests(Api.LONG_CONNECTION);
      Duration between = Duration.between(requests.get(1).at(), requests.get(2).at());
      assertThat(between).isGreaterThan(Duration.ofSeconds(100).dividedBy(VERY_FAST.factor()));

      secret.set(0, SECRET);
      await().until(() -> sandbox.longConnections().count(APP) == 1);
      assertThat(lines.all()).noneMatch(line -> line.contains("wrong-secret"));
    }
  }

  @Test
  void whatIsNotReachedIsTriedForEver() {
    URI nobody;
    try (Sandbox sandbox = sandbox(EVENTS)) {
      nobody = sandbox.baseUrl();
    }
    try (Lines lines = new Lines()) {
      start(nobody, () -> SECRET, VERY_FAST);

      await().until(() -> told.size() >= 10);
      assertThat(told).containsOnly(End.UNREACHABLE);
      assertThat(lines.warnings()).hasSize(1);
    }
  }

  @Test
  void whereThereAreTooManyTheNextWaitsForItsTurn() {
    try (Sandbox sandbox = sandbox(EVENTS.withConnections(1))) {
      LongConnections first = connect(sandbox);
      start(sandbox.baseUrl(), () -> SECRET, VERY_FAST);
      await().until(() -> told.contains(End.TOO_MANY));

      first.stop(PATIENCE);

      await().until(() -> Collections.frequency(told, "opened") == 2);
    }
  }

  @Test
  void aStopAnswersWhatWasTakenAndLeavesNoThread(@TempDir Path folder) throws Exception {
    try (Sandbox sandbox = sandbox(EVENTS.withAnswerWithin(Duration.ofSeconds(30)))) {
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      LongConnections connections = connect(sandbox);
      inbox.hold("1");
      happen(sandbox, 1);
      await().until(() -> inbox.begun().contains("1"));
      assertThat(threads(folder.resolve("running"))).contains("feishu-hire-events-");

      Thread stopping = Thread.startVirtualThread(() -> connections.stop(PATIENCE));
      await()
          .until(
              () -> {
                happen(sandbox, 2);
                return sandbox.events().pushes().stream().anyMatch(p -> p.answers().contains(500));
              });
      inbox.release();
      stopping.join();

      assertThat(sandbox.events().pushes().getFirst().answers()).containsExactly(200);
      await().until(() -> sandbox.longConnections().count(APP) == 0);
      assertThat(threads(folder.resolve("stopped"))).doesNotContain("feishu-hire-events-");
      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> !before.contains(thread) && !thread.isDaemon())
          .isEmpty();
      assertThat(connections.states()).noneMatch(ConnectionState::isConnected);
    }
  }

  @Test
  void nothingSecretAndNothingOfAnEventIsLogged() {
    try (Sandbox sandbox = sandbox(EVENTS);
        Lines lines = new Lines()) {
      connect(sandbox);
      happen(sandbox, 1_234_567);
      awaitOver(sandbox);
      sandbox.longConnections().cutAll();
      await().until(() -> Collections.frequency(told, "opened") == 2);

      assertThat(lines.all())
          .hasSizeGreaterThan(2)
          .noneMatch(line -> line.contains("1234567"))
          .noneMatch(line -> line.contains(SECRET))
          .noneMatch(line -> line.matches("(?s).*(ticket|device_id|access_key|service_id).*"));
    }
  }

  private static Sandbox sandbox(EventSettings events) {
    return Sandbox.start(SandboxSettings.DEFAULT.withEvents(events));
  }

  private LongConnections start(URI feishu, Supplier<String> secret, FastTime time) {
    var connections = new LongConnections(HttpSender.create().way(), listener, time);
    connections.add("default", new App(feishu, APP, secret), inbox);
    started.add(connections);
    connections.start();
    return connections;
  }

  private LongConnections connect(Sandbox sandbox) {
    LongConnections connections = start(sandbox.baseUrl(), () -> SECRET, FAST);
    await().until(() -> told.contains("opened") && sandbox.longConnections().count(APP) == 1);
    return connections;
  }

  /** It cannot be stopped, so it is told not to come back when the sandbox has gone. */
  private static void connectSdk(Sandbox sandbox, List<String> heard) {
    EventDispatcher dispatcher =
        EventDispatcher.newBuilder("", "")
            .onP2ApplicationStageChangedV1(
                new HireService.P2ApplicationStageChangedV1Handler() {
                  @Override
                  public void handle(P2ApplicationStageChangedV1 event) {
                    heard.add(event.getEvent().getApplicationId());
                  }
                })
            .build();
    new Client.Builder(APP, SECRET)
        .domain(sandbox.baseUrl().toString())
        .eventHandler(dispatcher)
        .autoReconnect(false)
        .build()
        .start();
    await().until(() -> sandbox.longConnections().count(APP) == 2);
  }

  private static void happen(Sandbox sandbox, int... applications) {
    for (int id : applications) {
      sandbox
          .events()
          .happened(
              STAGE_CHANGED,
              JsonNodeFactory.instance
                  .objectNode()
                  .put("application_id", Integer.toString(id))
                  .put("target_stage_id", "6891470273281123214"));
    }
  }

  private static void awaitOver(Sandbox sandbox) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !sandbox.events().pushes().isEmpty()
                    && sandbox.events().pushes().stream().allMatch(PushedEvent::isOver));
  }

  /** All of them, the virtual ones too. */
  private static String threads(Path file) throws IOException {
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
    return Files.readString(file);
  }
}
