package io.github.feishuhire.worker.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.github.feishuhire.download.Download;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DocumentStoreTest {

  private static final Resume.Document DOCUMENT =
      new Resume.Document("d 1?&#%", "in-memory", "8a+9b", "简历.pdf", null, -1);
  private static final byte[] CONTENT = "%PDF-1.7".getBytes(UTF_8);

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private CamundaClient client;
  private int status = 200;
  private String type = "application/problem+json";
  private String problem = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::answer);
    server.start();
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:9"))
            .restAddress(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/zeebe/"))
            .credentialsProvider(new Renewed())
            .build();
  }

  @AfterEach
  void close() {
    client.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean isRead = exchange.getRequestMethod().equals("GET");
      requests.add((isRead ? "" : exchange.getRequestMethod() + " ") + exchange.getRequestURI());
      tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
      byte[] body = status == 200 ? CONTENT : problem.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void asksForTheDocumentAtTheClientsAddress() throws IOException {
    try (Download download = store(true).open(DOCUMENT)) {
      assertThat(download.stream()).hasBinaryContent(CONTENT);
    }

    assertThat(requests)
        .containsExactly(
            "/zeebe/v2/documents/d%201%3F%26%23%25?storeId=in-memory&contentHash=8a%2B9b");
    assertThat(tokens).containsExactly("Bearer 1");
  }

  @Test
  void sendsOnlyWhatTheReferenceHas() {
    store(true).open(new Resume.Document("d1", null, null, "a", null, -1)).close();

    assertThat(requests).containsExactly("/zeebe/v2/documents/d1");
  }

  @Test
  void deletesTheDocumentAtTheClientsAddress() {
    status = 204;

    assertThat(store(true).delete(DOCUMENT)).isEmpty();

    assertThat(requests)
        .containsExactly("DELETE /zeebe/v2/documents/d%201%3F%26%23%25?storeId=in-memory");
    assertThat(tokens).containsExactly("Bearer 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | Document with id 'd1' not found | ''
          404 | No static resource v2/documents | HTTP 404
          403 | Forbidden                       | HTTP 403
          500 | Internal                        | HTTP 500
          """)
  void saysWhyADocumentMayStillBeThere(int code, String detail, String expected) {
    status = code;
    problem = "{\"status\":" + code + ",\"detail\":\"" + detail + "\"}";

    Optional<String> told = store(true).delete(DOCUMENT);

    assertThat(told.orElse("")).contains(expected).doesNotContain("d 1");
    assertThat(told.isPresent()).isEqualTo(!expected.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | Document with id 'd1' not found                             | RESUME_GONE
          410 | Document with id 'd1' has expired                           | RESUME_GONE
          400 | Document id d1 is invalid                                   | RESUME_GONE
          400 | Document hash for document d1 doesn't match the provided hash | RESUME_CHANGED
          400 | No document hash provided for document d1                   | RESUME_CHANGED
          """)
  void aDocumentThatIsNotThereIsTheResumesFault(int code, String detail, Problem expected) {
    status = code;
    problem = "{\"status\":" + code + ",\"detail\":\"" + detail + "\"}";

    InvalidInputException refusal =
        catchThrowableOfType(InvalidInputException.class, () -> store(true).open(DOCUMENT).close());

    assertThat(refusal.problem()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | Document store with id 'gcp' does not exist | STORE_MISSING
          403 | Forbidden                                   | STORE_ACCESS_DENIED
          302 | elsewhere                                   | STORE_UNAVAILABLE
          405 | no such method                              | STORE_UNAVAILABLE
          429 | too many                                    | STORE_UNAVAILABLE
          500 | hash                                        | STORE_UNAVAILABLE
          503 | store                                       | STORE_UNAVAILABLE
          """)
  void whatIsNotTheResumesFaultIsTheStores(int code, String detail, SourceTrouble expected) {
    status = code;
    problem = "{\"status\":" + code + ",\"detail\":\"" + detail + "\"}";

    assertThat(trouble(store(true))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/html                | <html>404 page not found</html>
          text/plain               | default backend - 404
          text/plain               | ''
          application/json         | {"status":%1$d,"detail":"Document with id 'd1' not found"}
          application/problem+json | ''
          application/problem+json | Document with id 'd1' not found
          application/problem+json | "Document with id 'd1' not found"
          application/problem+json | [{"status":%1$d}]
          application/problem+json | {"error":"Not Found"}
          application/problem+json | {"status":599,"detail":"Document with id 'd1' not found"}
          application/problem+json | {"status":%1$d,"detail":"Document with id
          application/problem+json | {"status":%1$d,"detail":"No static resource v2/documents/d1."}
          application/problem+json | {"status":%1$d,"detail":"No endpoint GET /v2/documents/d1."}
          """)
  void whoeverElseAnswersThereSaysNothingOfTheResume(String type, String body) {
    this.type = type;
    for (int code : new int[] {404, 410, 400}) {
      status = code;
      problem = body.formatted(code);

      assertThat(trouble(store(true))).as("HTTP " + code).isEqualTo(SourceTrouble.STORE_NOT_THERE);
    }
  }

  @Test
  void takesAProblemWhoseTypeHasParameters() {
    status = 404;
    type = "Application/Problem+JSON; charset=utf-8";
    problem =
        "{\"type\":\"about:blank\",\"title\":\"NOT_FOUND\",\"status\":404,"
            + "\"detail\":\"Document with id 'd1' not found\",\"instance\":\"/v2/documents/d1\"}";

    InvalidInputException refusal =
        catchThrowableOfType(InvalidInputException.class, () -> store(true).open(DOCUMENT).close());

    assertThat(refusal.problem()).isEqualTo(Problem.RESUME_GONE);
  }

  @Test
  void aRefusedTokenIsRenewedOnce() {
    status = 401;

    assertThat(trouble(store(true))).isEqualTo(SourceTrouble.STORE_ACCESS_DENIED);
    assertThat(tokens).containsExactly("Bearer 1", "Bearer 2");
  }

  @Test
  void nobodyAtAConfiguredAddressMayComeBack() {
    server.stop(0);

    assertThat(trouble(store(true))).isEqualTo(SourceTrouble.STORE_UNREACHABLE);
  }

  @Test
  void nobodyAtTheDefaultAddressIsForAPersonToMend() {
    server.stop(0);

    assertThat(trouble(store(false))).isEqualTo(SourceTrouble.STORE_ADDRESS_MISSING);
  }

  private DocumentStore store(boolean addressIsConfigured) {
    return new DocumentStore(client, Downloads.trusted(null), addressIsConfigured);
  }

  private static SourceTrouble trouble(DocumentStore store) {
    return catchThrowableOfType(SourceException.class, () -> store.open(DOCUMENT).close())
        .trouble();
  }

  /** Has another token each time, and thinks that worth a try after 401. */
  private static final class Renewed implements CredentialsProvider {

    private int number;

    @Override
    public void applyCredentials(CredentialsApplier applier) {
      applier.put("Authorization", "Bearer " + ++number);
    }

    @Override
    public boolean shouldRetryRequest(StatusCode code) {
      return code.isUnauthorized();
    }
  }
}
