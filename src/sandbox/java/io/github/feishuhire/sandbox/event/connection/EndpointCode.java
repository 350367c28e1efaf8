package io.github.feishuhire.sandbox.event.connection;

/** Why there is no long connection. Assumption: the words of the messages. */
enum EndpointCode {
  FORBIDDEN(403, "forbidden"),
  AUTH_FAILED(514, "auth failed"),
  TOO_MANY_CONNECTIONS(1_000_040_350, "the number of connections exceeded the limit");

  private final int code;
  private final String message;

  EndpointCode(int code, String message) {
    this.code = code;
    this.message = message;
  }

  int code() {
    return code;
  }

  String message() {
    return message;
  }
}
