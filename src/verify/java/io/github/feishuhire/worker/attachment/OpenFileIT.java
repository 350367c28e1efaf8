package io.github.feishuhire.worker.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.attachment.Attachments;
import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.api.download.Download;
import io.github.feishuhire.api.download.Downloads;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.attachment.Attachment;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From one server to another. */
final class OpenFileIT {

  private static final Downloads DOWNLOADS = Downloads.trusted(null);
  private static final String HASH_OF_SOMETHING_ELSE = "0".repeat(64);

  private final Sandbox sandbox = Sandbox.start();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  @TempDir private Path folder;

  /** The path says how many bytes of how many announced ones there are. */
  private static void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    try (exchange) {
      exchange.sendResponseHeaders(200, Long.parseLong(path[2]));
      OutputStream out = exchange.getResponseBody();
      byte[] block = "%PDF".repeat(16 * 1024).getBytes(UTF_8);
      for (long left = Long.parseLong(path[1]); left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
  }

  /** Begins, and closes the connection before the end. */
  private static void breakOff(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(new byte[1_000_000]);
    exchange.getResponseBody().flush();
    throw new IOException("broken off");
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", OpenFileIT::answer);
    server.createContext("/broken", OpenFileIT::breakOff);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
    sandbox.close();
    threads.close();
  }

  @Test
  void aFileOfUnknownSizeIsSentWithItsSize() {
    upload(open("/1000000/0", -1, null));

    assertThat(sandbox.attachments().getLast())
        .extracting(Attachment::name, Attachment::size)
        .containsExactly("简历.pdf", 1_000_000L);
    assertThat(sandbox.requests(Api.CREATE_ATTACHMENT).getLast().headers())
        .hasEntrySatisfying(
            "content-length", length -> assertThat(Long.parseLong(length)).isGreaterThan(1_000_000))
        .doesNotContainKey("transfer-encoding");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileOfUnknownSizeIsSentAgainWhenTheTokenWasRefused() {
    sandbox.next(Api.CREATE_ATTACHMENT, Fault.tokenExpired());

    upload(open("/1000000/0", -1, null));

    assertThat(sandbox.requests(Api.CREATE_ATTACHMENT))
        .extracting(request -> request.upload().map(Body.Upload::size).orElse(0L))
        .containsExactly(1_000_000L, 1_000_000L);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsKeptOfAFileOfUnknownSizeThatFeishuRefused() {
    sandbox.next(Api.CREATE_ATTACHMENT, Fault.error(400, 1002002));
    OpenFile file = open("/1000000/0", -1, null);

    FeishuException failure = catchThrowableOfType(FeishuException.class, () -> upload(file));

    assertThat(failure.code()).isEqualTo(1002002);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aSourceOfUnknownSizeThatBreaksOffIsNoFaultOfTheFile() {
    OpenFile file = open("/broken", -1, null);

    SourceException failure = catchThrowableOfType(SourceException.class, () -> upload(file));

    assertThat(failure.trouble()).isEqualTo(SourceTrouble.STORE_UNAVAILABLE);
    assertThat(sandbox.requests(Api.CREATE_ATTACHMENT)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void noRoomForAFileOfUnknownSizeIsNoFaultOfTheFile() {
    Path nowhere = folder.resolve("nowhere");
    try (OpenFile file = open("/1000000/0", -1, null)) {
      SourceException failure =
          catchThrowableOfType(
              SourceException.class, () -> file.resume("a.pdf", null, nowhere).size());

      assertThat(failure.trouble()).isEqualTo(SourceTrouble.NO_ROOM);
    }
  }

  @Test
  void aFileOfKnownSizeIsNotKept() {
    try (OpenFile file = open("/1000000/1000000", 1_000_000, null)) {
      assertThat(file.resume("a.pdf", null, folder.resolve("nowhere")).size()).isEqualTo(1_000_000);
    }
  }

  @Test
  void opensTheFileAgainWhenTheTokenWasRefused() {
    sandbox.next(Api.CREATE_ATTACHMENT, Fault.tokenExpired());

    upload(open("/1000000/1000000", 1_000_000, null));

    assertThat(sandbox.attachments().getLast().size()).isEqualTo(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/0/0", "/0/-1"})
  void refusesAnEmptyFileAlsoWhenNobodySaidThatItIs(String path) {
    assertThat(refusal(() -> open(path, -1, null))).isEqualTo(Problem.RESUME_EMPTY);
  }

  @Test
  void refusesBeforeSendingWhatIsAnnouncedAsTooLarge() {
    assertThat(refusal(() -> open("/10/0", 300L * 1024 * 1024 + 1, null)))
        .isEqualTo(Problem.RESUME_TOO_LARGE);
  }

  @Test
  void breaksOffWhatTurnsOutToBeTooLarge() {
    OpenFile file = open("/314572801/0", -1, null);

    assertThat(refusal(() -> upload(file))).isEqualTo(Problem.RESUME_TOO_LARGE);
    assertThat(sandbox.requests(Api.CREATE_ATTACHMENT)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void breaksOffWhatTurnsOutToBeAnotherFile() {
    OpenFile file = open("/1000000/0", 1_000_000, HASH_OF_SOMETHING_ELSE);

    assertThat(refusal(() -> upload(file))).isEqualTo(Problem.RESUME_CHANGED);
    assertThat(sandbox.attachments()).hasSize(1);
  }

  @Test
  void aSourceThatBreaksOffIsNoFaultOfTheFile() {
    OpenFile file = open("/1000000/2000000", 2_000_000, null);

    FeishuException failure =
        catchThrowableOfType(
            FeishuException.class,
            () -> attachments().upload(file.resume("a.pdf", null, folder), options()));
    file.blame();

    assertThat(failure).hasMessageContaining("CONTENT_UNREADABLE");
    assertThat(sandbox.attachments()).hasSize(1);
  }

  private OpenFile open(String path, long size, @Nullable String hash) {
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
    Download download = DOWNLOADS.open(address, Map.of());
    return new OpenFile(
        download,
        size,
        hash,
        SourceTrouble.STORE_UNAVAILABLE,
        () -> DOWNLOADS.open(address, Map.of()));
  }

  private void upload(OpenFile file) {
    try (file) {
      ResumeFile resume = file.resume("简历.pdf", "application/pdf", folder);
      String unused = attachments().upload(resume, options());
    } catch (FeishuException e) {
      file.blame();
      throw e;
    }
  }

  private Attachments attachments() {
    var app = new App(sandbox.baseUrl(), "cli_sandbox00000001", "sandbox-secret");
    return new FeishuHire(app, QuotaShare.ALONE, HttpSender.create(), Time.system()).attachments();
  }

  private static CallOptions options() {
    return CallOptions.patient(Duration.ofSeconds(5));
  }

  private static Problem refusal(Runnable action) {
    return catchThrowableOfType(InvalidInputException.class, action::run).problem();
  }
}
