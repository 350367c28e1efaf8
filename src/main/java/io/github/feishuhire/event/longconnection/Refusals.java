package io.github.feishuhire.event.longconnection;

import okhttp3.Response;

/** What the codes mean with which Feishu refuses a long connection. */
final class Refusals {

  private static final int SYSTEM_BUSY = 1;
  private static final int FORBIDDEN = 403;
  private static final int AUTH_FAILED = 514;
  private static final int INTERNAL_ERROR = 1_000_040_343;
  private static final int TOO_MANY_CONNECTIONS = 1_000_040_350;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_OF_SERVERS = 500;

  private Refusals() {}

  /** Of the question for an address. */
  static End ofCode(int code) {
    return switch (code) {
      case SYSTEM_BUSY, INTERNAL_ERROR -> End.BUSY;
      case FORBIDDEN -> End.FORBIDDEN;
      case AUTH_FAILED -> End.SECRET_REFUSED;
      case TOO_MANY_CONNECTIONS -> End.TOO_MANY;
      default -> End.NOT_UNDERSTOOD;
    };
  }

  /** Of a reply that has no code. */
  static End ofStatus(int status) {
    return status == TOO_MANY_REQUESTS || status >= FIRST_OF_SERVERS
        ? End.BUSY
        : End.NOT_UNDERSTOOD;
  }

  /** Of a handshake; that the secret is right was seen when the address was asked for. */
  static End ofHandshake(Response response) {
    String why = response.header("handshake-autherrcode", "");
    String status = response.header("handshake-status", "");
    if (Integer.toString(TOO_MANY_CONNECTIONS).equals(why)) {
      return End.TOO_MANY;
    }
    if (Integer.toString(FORBIDDEN).equals(status)) {
      return End.FORBIDDEN;
    }
    return Integer.toString(AUTH_FAILED).equals(status) ? End.BUSY : ofStatus(response.code());
  }
}
