package io.github.feishuhire.worker.attachment;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.io.InputStream;

/**
 * Camunda's document store, over the engine's REST address.
 *
 * @see <a
 *     href="https://docs.camunda.io/docs/components/document-handling/getting-started/">Camunda:
 *     document handling</a>
 */
public final class DocumentStore {

  /** The store did not answer usefully; the document may well be there. */
  static final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnavailableException() {
      super("the document store is not available", null, false, false);
    }
  }

  private final CamundaClient client;

  public DocumentStore(CamundaClient client) {
    this.client = client;
  }

  /**
   * A stream of the document's bytes, which are fetched while it is read.
   *
   * @throws InvalidInputException when the store no longer has this document
   * @throws UnavailableException when it cannot be known
   */
  InputStream open(Resume.Document document) {
    var request = client.newDocumentContentGetRequest(document.documentId());
    if (document.storeId() != null) {
      request = request.storeId(document.storeId());
    }
    if (document.contentHash() != null) {
      request = request.contentHash(document.contentHash());
    }
    try {
      return request.send().join();
    } catch (ClientException e) {
      if (e instanceof ClientHttpException http && (http.code() == 404 || http.code() == 400)) {
        throw new InvalidInputException(Resume.VARIABLE, Problem.RESUME_GONE);
      }
      throw new UnavailableException();
    }
  }
}
