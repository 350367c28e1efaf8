package io.github.feishuhire.command.doctor;

import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** What keeps Camunda from answering. */
enum CamundaTrouble {
  AUTHENTICATION,
  PERMISSION,
  UNREACHABLE,
  OTHER;

  static CamundaTrouble of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientStatusException grpc) {
        return of(grpc.getStatusCode());
      }
      if (cause instanceof ClientHttpException rest) {
        return rest.code() == 401 ? AUTHENTICATION : rest.code() == 403 ? PERMISSION : OTHER;
      }
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException
          || cause instanceof SocketTimeoutException
          || cause instanceof TimeoutException) {
        return UNREACHABLE;
      }
    }
    return OTHER;
  }

  private static CamundaTrouble of(Status.Code code) {
    return switch (code) {
      case UNAUTHENTICATED -> AUTHENTICATION;
      case PERMISSION_DENIED -> PERMISSION;
      case UNAVAILABLE, DEADLINE_EXCEEDED -> UNREACHABLE;
      default -> OTHER;
    };
  }
}
