package io.github.feishuhire.worker.engine;

/** The jobs' keys are missing, as from a REST API that is older than the client. */
final class OldRestApiException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OldRestApiException() {
    super(
        "the REST API of this Camunda is older than 8.8 and its jobs cannot be completed; use gRPC:"
            + " CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC=false",
        null,
        false,
        false);
  }
}
