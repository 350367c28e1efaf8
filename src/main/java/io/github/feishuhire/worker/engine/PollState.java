package io.github.feishuhire.worker.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.MalformedResponseException;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.worker.engine.PollListener.PollResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a poller fares: what is told of it once, and what is seen of it at any time. */
public final class PollState {

  private static final Logger LOG = LoggerFactory.getLogger(PollState.class);

  /** Longer than most leases: what was in the batch comes again after its own. */
  private static final Duration ONE_BY_ONE = Duration.ofMinutes(2);

  private final String jobType;
  private final Time time;
  private final List<? extends PollListener> listeners;
  private volatile Instant lastSign;
  private volatile String trouble = "";
  private volatile boolean hasBeenAnswered;
  private @Nullable Instant oneByOneUntil;

  PollState(String jobType, Time time, List<? extends PollListener> listeners) {
    this.jobType = jobType;
    this.time = time;
    this.listeners = listeners;
    this.lastSign = time.now();
  }

  public String jobType() {
    return jobType;
  }

  /** Since the poller last had no room, was answered or refused, or found nobody there. */
  public Duration sinceLastSign() {
    return Duration.between(lastSign, time.now());
  }

  /** Whether Camunda has handed out jobs, or would have, when it was last asked. */
  public boolean isAnswered() {
    return hasBeenAnswered && trouble.isEmpty();
  }

  /**
   * Whether jobs may be asked for in numbers; one that cannot be read takes along those beside it.
   */
  boolean isReadable() {
    Instant limit = oneByOneUntil;
    return limit == null || !time.now().isBefore(limit);
  }

  /** Why the last request was not answered; empty when it was. */
  public String trouble() {
    return trouble;
  }

  void alive() {
    lastSign = time.now();
  }

  void answered() {
    if (!trouble.isEmpty()) {
      LOG.info("{}: Camunda answers again", jobType);
    }
    trouble = "";
    hasBeenAnswered = true;
    alive();
    ended(PollResult.ANSWERED);
  }

  void failed(RuntimeException fault) {
    PollResult result = result(fault);
    String text = text(fault);
    if (!text.equals(trouble)) { // once, and again when it becomes something else
      tell(fault instanceof OldRestApiException ? PollResult.UNANSWERED : result, text);
    }
    trouble = text;
    if (result == PollResult.UNREADABLE) {
      oneByOneUntil = time.now().plus(ONE_BY_ONE);
    }
    if (isOfTheOtherSide(fault)) {
      alive();
    }
    ended(result);
  }

  private void tell(PollResult result, String text) {
    switch (result) {
      case REFUSED ->
          LOG.error(
              "{}: Camunda refuses to give jobs ({}). Check the worker's credentials and"
                  + " permissions (camunda.client.auth) and its address; trying on",
              jobType,
              text);
      case UNREADABLE ->
          LOG.error(
              "{}: Camunda's jobs cannot be read ({}), trying them one by one", jobType, text);
      case ANSWERED, UNANSWERED ->
          LOG.warn("{}: Camunda gives no jobs, trying on: {}", jobType, text);
    }
  }

  private void ended(PollResult result) {
    listeners.forEach(one -> one.polled(jobType, result));
  }

  private static PollResult result(RuntimeException fault) {
    return switch (fault) {
      case RuntimeException other when isUnreadable(other) -> PollResult.UNREADABLE;
      case OldRestApiException old -> PollResult.REFUSED;
      case ClientException client ->
          switch (CommandVerdict.of(client)) {
            case CommandVerdict.NotNow notNow -> PollResult.UNANSWERED;
            case CommandVerdict.Gone gone -> PollResult.REFUSED;
            case CommandVerdict.Refused refused -> PollResult.REFUSED;
            case CommandVerdict.Unauthenticated denied -> PollResult.REFUSED;
          };
      default -> PollResult.UNANSWERED;
    };
  }

  /**
   * A refusal, or nobody there, is found out by a client that works; one that has died says
   * neither.
   */
  private static boolean isOfTheOtherSide(RuntimeException fault) {
    return fault instanceof ClientStatusException
        || fault instanceof ClientHttpException
        || fault instanceof OldRestApiException
        || has(fault, IOException.class)
        || isUnreadable(fault);
  }

  private static boolean has(Throwable fault, Class<? extends Throwable> type) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Where it is nobody's status, it is the client's own trouble with the reply. */
  private static boolean isUnreadable(RuntimeException fault) {
    return has(fault, JsonProcessingException.class)
        || has(fault, MalformedResponseException.class);
  }

  /** A status where there is one: texts may quote what the process holds. */
  private static String text(RuntimeException fault) {
    return switch (fault) {
      case OldRestApiException old -> String.valueOf(old.getMessage());
      case ClientStatusException status -> status.getStatusCode().name();
      case ClientHttpException http when http.code() > 0 -> "HTTP " + http.code();
      case ClientException client when client.getCause() != null ->
          client.getCause().getClass().getSimpleName();
      default -> fault.getClass().getSimpleName();
    };
  }
}
