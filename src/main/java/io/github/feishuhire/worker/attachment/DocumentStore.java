package io.github.feishuhire.worker.attachment;

import io.camunda.client.CamundaClient;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.CredentialsProvider.StatusCode;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ProblemException;
import io.github.feishuhire.download.Download;
import io.github.feishuhire.download.DownloadException;
import io.github.feishuhire.download.Downloads;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Camunda's document store, at the client's REST address and with its credentials. The client's own
 * request for a document is not used: it fails, or begins again in the middle, as soon as the
 * document comes faster than it is read.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/apis-tools/orchestration-cluster-api-rest/specifications/get-document/">Camunda:
 *     get document</a>
 */
public final class DocumentStore {

  private record Status(int code) implements StatusCode {
    @Override
    public boolean isUnauthorized() {
      return code == 401;
    }
  }

  private static final Duration LONGEST_DELETION = Duration.ofSeconds(10);

  private final CamundaClient client;
  private final Downloads downloads;
  private final boolean addressIsConfigured;

  /**
   * Asks nothing of it yet.
   *
   * @param addressIsConfigured whether somebody has said where the REST API is
   */
  public DocumentStore(CamundaClient client, Downloads downloads, boolean addressIsConfigured) {
    this.client = client;
    this.downloads = downloads;
    this.addressIsConfigured = addressIsConfigured;
  }

  /**
   * The document, whose bytes are fetched while they are read.
   *
   * @throws InvalidInputException when the store no longer has this document, or has another one
   * @throws SourceException when it cannot be known
   */
  Download open(Resume.Document document) {
    String address = address(document);
    try {
      return openOrRenewCredentials(address);
    } catch (DownloadException e) {
      throw judged(e);
    }
  }

  /** Deletes the document; returns what a person should know when it may still be there. */
  Optional<String> delete(Resume.Document document) {
    var command = client.newDeleteDocumentCommand(document.documentId());
    if (document.storeId() != null) {
      command.storeId(document.storeId());
    }
    try {
      command.requestTimeout(LONGEST_DELETION).send().join();
      return Optional.empty();
    } catch (ProblemException e) {
      return isGone(e) ? Optional.empty() : notDeleted("HTTP " + e.code());
    } catch (ClientHttpException e) {
      return notDeleted("HTTP " + e.code());
    } catch (ClientException e) {
      return notDeleted("no answer");
    }
  }

  private static boolean isGone(ProblemException e) {
    String detail = String.valueOf(e.details().getDetail()).toLowerCase(Locale.ROOT);
    return e.code() == 404 && !StoreProblem.isAboutThePath(detail);
  }

  private static Optional<String> notDeleted(String why) {
    return Optional.of("the document is still in Camunda, where it was not deleted (" + why + ")");
  }

  /** A token that the client keeps may have been revoked; it knows when a new one is worth it. */
  private Download openOrRenewCredentials(String address) {
    @Nullable CredentialsProvider credentials = client.getConfiguration().getCredentialsProvider();
    try {
      return downloads.open(address, headers(credentials));
    } catch (DownloadException e) {
      if (e.status() != 0
          && credentials != null
          && credentials.shouldRetryRequest(new Status(e.status()))) {
        return downloads.open(address, headers(credentials));
      }
      throw e;
    }
  }

  @SuppressWarnings("UnusedException") // its text may quote what the token service said
  private static Map<String, String> headers(@Nullable CredentialsProvider credentials) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "*/*");
    try {
      if (credentials != null) {
        credentials.applyCredentials(headers::put);
      }
    } catch (IOException e) {
      throw new SourceException(SourceTrouble.STORE_UNREACHABLE);
    }
    return headers;
  }

  private String address(Resume.Document document) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "storeId", document.storeId());
    add(query, "contentHash", document.contentHash());
    String base = client.getConfiguration().getRestAddress().toString().replaceFirst("/+$", "");
    return base + "/v2/documents/" + encoded(document.documentId()) + query;
  }

  private static void add(StringJoiner query, String name, @Nullable String value) {
    if (value != null) {
      query.add(name + "=" + encoded(value));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private RuntimeException judged(DownloadException e) {
    return switch (e.reason()) {
      case UNREACHABLE, NOT_ALLOWED ->
          new SourceException(
              addressIsConfigured
                  ? SourceTrouble.STORE_UNREACHABLE
                  : SourceTrouble.STORE_ADDRESS_MISSING);
      case UNAVAILABLE, REDIRECTED -> new SourceException(SourceTrouble.STORE_UNAVAILABLE);
      case REFUSED ->
          switch (e.status()) {
            case 401, 403 -> new SourceException(SourceTrouble.STORE_ACCESS_DENIED);
            case 400, 404, 410 -> judged(StoreProblem.of(e));
            default -> new SourceException(SourceTrouble.STORE_UNAVAILABLE);
          };
    };
  }

  /** Without Camunda's own words it is somebody else, a proxy perhaps, who knows no documents. */
  private static RuntimeException judged(@Nullable StoreProblem problem) {
    return switch (problem) {
      case null -> new SourceException(SourceTrouble.STORE_NOT_THERE);
      case GONE -> gone(Problem.RESUME_GONE);
      case CHANGED -> gone(Problem.RESUME_CHANGED);
      case STORE_MISSING -> new SourceException(SourceTrouble.STORE_MISSING);
    };
  }

  private static InvalidInputException gone(Problem problem) {
    return new InvalidInputException(Resume.VARIABLE, problem);
  }
}
