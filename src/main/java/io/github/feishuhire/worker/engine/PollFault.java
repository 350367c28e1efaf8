package io.github.feishuhire.worker.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MalformedResponseException;
import io.github.feishuhire.worker.engine.PollListener.PollResult;
import java.io.IOException;

/**
 * Why a request for jobs brought none.
 *
 * @param text a status where there is one: messages may quote what the process holds
 * @param saysWhatToDo whether the text does
 * @param isOfTheOtherSide a refusal, or nobody there: that is found out by a client that works; one
 *     that has died says neither
 */
record PollFault(PollResult result, String text, boolean saysWhatToDo, boolean isOfTheOtherSide) {

  static PollFault of(RuntimeException fault) {
    return switch (fault) {
      case OldRestApiException old ->
          new PollFault(PollResult.REFUSED, String.valueOf(old.getMessage()), true, true);
      case RuntimeException other when isUnreadable(other) ->
          new PollFault(PollResult.UNREADABLE, text(other), false, true);
      case ClientException client ->
          new PollFault(result(client), text(client), false, isOfTheOtherSide(client));
      default -> new PollFault(PollResult.UNANSWERED, text(fault), false, isOfTheOtherSide(fault));
    };
  }

  private static PollResult result(ClientException fault) {
    return switch (CommandVerdict.of(fault)) {
      case CommandVerdict.NotNow notNow -> PollResult.UNANSWERED;
      case CommandVerdict.Gone gone -> PollResult.REFUSED;
      case CommandVerdict.Refused refused -> PollResult.REFUSED;
      case CommandVerdict.Unauthenticated denied -> PollResult.REFUSED;
    };
  }

  private static boolean isOfTheOtherSide(RuntimeException fault) {
    return fault instanceof ClientStatusException
        || fault instanceof ClientHttpException
        || has(fault, IOException.class);
  }

  /** Where it is nobody's status, it is the client's own trouble with the reply. */
  private static boolean isUnreadable(RuntimeException fault) {
    return has(fault, JsonProcessingException.class)
        || has(fault, MalformedResponseException.class);
  }

  private static boolean has(Throwable fault, Class<? extends Throwable> type) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String text(RuntimeException fault) {
    return switch (fault) {
      case ClientStatusException status -> status.getStatusCode().name();
      case ClientHttpException http when http.code() > 0 -> "HTTP " + http.code();
      case ClientException client when client.getCause() != null ->
          client.getCause().getClass().getSimpleName();
      default -> fault.getClass().getSimpleName();
    };
  }
}
