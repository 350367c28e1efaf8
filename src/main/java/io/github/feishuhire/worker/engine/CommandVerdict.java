package io.github.feishuhire.worker.engine;

import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.github.feishuhire.worker.outcome.EngineRefusal;
import io.github.feishuhire.worker.outcome.EngineRefusal.Cause;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a command was not taken. Of the answer only the status is kept: its text may
 * quote what the process holds.
 *
 * @see <a href="https://docs.camunda.io/docs/apis-tools/zeebe-api/grpc/">Camunda: status codes over
 *     gRPC</a>
 * @see <a href="https://grpc.github.io/grpc/core/md_doc_statuscodes.html">gRPC: status codes</a>
 */
sealed interface CommandVerdict {

  /** The engine no longer has what the command is about. */
  record Gone() implements CommandVerdict {}

  /** Saying it again would change nothing. */
  record Refused(EngineRefusal refusal) implements CommandVerdict {}

  /** The same, unless a token had just expired. */
  record Unauthenticated(EngineRefusal refusal) implements CommandVerdict {}

  /**
   * It may be taken later.
   *
   * @param perhapsTaken whether only the answer may have been lost
   */
  record NotNow(String status, boolean perhapsTaken) implements CommandVerdict {}

  /** How those say it who do not have a status for it: gRPC itself, and a partition of Camunda. */
  Pattern TOO_LARGE =
      Pattern.compile(
          "exceeds maximum size|larger than max|EXCEEDED_BATCH_RECORD_SIZE|MAX_MESSAGE_SIZE");

  static CommandVerdict of(ClientException e) {
    return switch (e) {
      case ClientStatusException grpc -> ofGrpc(grpc);
      case ProblemException camunda when camunda.code() == 404 || camunda.code() == 409 ->
          new Gone();
      case ProblemException camunda when isTooLarge(camunda.details().getDetail()) ->
          refused(http(camunda), Cause.SIZE);
      case ClientHttpException http -> ofHttp(http);
      default -> new NotNow("no answer", true);
    };
  }

  private static CommandVerdict ofGrpc(ClientStatusException e) {
    String status = e.getStatusCode().name();
    boolean tooLarge = isTooLarge(e.getStatus().getDescription());
    return switch (e.getStatusCode()) {
      // a job that ended is not found, and one with an incident is in the wrong state
      case NOT_FOUND, FAILED_PRECONDITION -> new Gone();
      case UNAUTHENTICATED -> new Unauthenticated(new EngineRefusal(status, Cause.CREDENTIALS));
      case PERMISSION_DENIED -> refused(status, Cause.CREDENTIALS);
      case UNIMPLEMENTED -> refused(status, Cause.UNSUPPORTED);
      case INVALID_ARGUMENT, OUT_OF_RANGE, ALREADY_EXISTS -> refused(status, Cause.UNKNOWN);
      case RESOURCE_EXHAUSTED -> tooLarge ? refused(status, Cause.SIZE) : new NotNow(status, false);
      case INTERNAL -> tooLarge ? refused(status, Cause.SIZE) : new NotNow(status, true);
      case UNAVAILABLE, DEADLINE_EXCEEDED, UNKNOWN, CANCELLED, ABORTED, DATA_LOSS, OK ->
          new NotNow(status, true);
    };
  }

  private static CommandVerdict ofHttp(ClientHttpException e) {
    String status = http(e);
    return switch (e.code()) {
      case 401 -> new Unauthenticated(new EngineRefusal(status, Cause.CREDENTIALS));
      case 403, 407 -> refused(status, Cause.CREDENTIALS);
      case 405, 501, 505 -> refused(status, Cause.UNSUPPORTED);
      case 413, 414, 431 -> refused(status, Cause.SIZE);
      case 408 -> new NotNow(status, true);
      // not from Camunda, which tells what it does not find: from a proxy that does not find
      // Camunda
      case 404, 409, 425, 429 -> new NotNow(status, false);
      default ->
          e.code() >= 300 && e.code() < 500
              ? refused(status, Cause.UNKNOWN)
              : new NotNow(status, true);
    };
  }

  private static Refused refused(String status, Cause cause) {
    return new Refused(new EngineRefusal(status, cause));
  }

  private static boolean isTooLarge(@Nullable String text) {
    return text != null && TOO_LARGE.matcher(text).find();
  }

  private static String http(ClientHttpException e) {
    return e.code() >= 300 && e.code() < 600 ? "HTTP " + e.code() : "an unreadable answer";
  }
}
