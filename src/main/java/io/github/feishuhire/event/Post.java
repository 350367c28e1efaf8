package io.github.feishuhire.event;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientHttpException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.PublishMessageResponse;
import io.github.feishuhire.api.Time;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.lang3.ObjectUtils;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages to the engine, into each tenant, again and again until it is too late for Feishu.
 * Saying the same twice is harmless: the engine knows a message by its id as long as it lives.
 *
 * @see <a href="https://docs.camunda.io/docs/components/concepts/messages/#message-uniqueness">
 *     Camunda: uniqueness of messages</a>
 */
public final class Post {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

  /** What saying it again at once would not change. */
  private static final Set<Status.Code> FOR_GOOD =
      Set.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.PERMISSION_DENIED,
          Status.Code.NOT_FOUND,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.UNIMPLEMENTED);

  private final CamundaClient client;
  private final List<String> tenants;
  private final Duration timeToLive;
  private final Time time;

  /**
   * @param tenants of Camunda that get each message
   * @param timeToLive of a message in the engine
   */
  public Post(CamundaClient client, List<String> tenants, Duration timeToLive, Time time) {
    this.client = client;
    this.tenants = List.copyOf(tenants);
    this.timeToLive = timeToLive;
    this.time = time;
  }

  /**
   * What has become of messages.
   *
   * @param isNew whether the engine did not have all of them before
   * @param trouble why the engine does not have all of them now; null when it has
   */
  record Delivered(boolean isNew, @Nullable String trouble) {}

  private record Letter(Message message, String tenant) {}

  /** Returns when the engine has all of them, or at the deadline. */
  Delivered deliver(List<Message> messages, Instant deadline) {
    List<Letter> left = new ArrayList<>();
    tenants.forEach(tenant -> messages.forEach(one -> left.add(new Letter(one, tenant))));
    boolean isNew = false;
    Duration pause = FIRST_PAUSE;
    while (true) {
      Round round = new Round(left, deadline);
      left.retainAll(round.left);
      isNew |= round.isNew;
      if (left.isEmpty()) {
        return new Delivered(isNew, null);
      }
      boolean isTooLate = time.now().plus(pause).isAfter(deadline);
      if (round.isForGood || isTooLate || !slept(pause)) {
        return new Delivered(isNew, round.trouble);
      }
      pause = ObjectUtils.min(pause.multipliedBy(2), LONGEST_PAUSE);
    }
  }

  /** All that are left, side by side. */
  private final class Round {

    private final List<Letter> left = new ArrayList<>();
    private boolean isNew;
    private boolean isForGood;
    private String trouble = "";

    Round(List<Letter> letters, Instant deadline) {
      List<CamundaFuture<PublishMessageResponse>> answers = new ArrayList<>();
      letters.forEach(letter -> answers.add(send(letter, until(deadline))));
      for (int i = 0; i < letters.size(); i++) {
        try {
          answers.get(i).join(until(deadline).toMillis(), TimeUnit.MILLISECONDS);
          isNew = true;
        } catch (ClientException e) {
          if (!isThere(e)) {
            left.add(letters.get(i));
            trouble = status(e);
            isForGood |= isForGood(e);
          }
        }
      }
    }
  }

  private Duration until(Instant deadline) {
    return ObjectUtils.max(Duration.between(time.now(), deadline), SHORTEST);
  }

  private CamundaFuture<PublishMessageResponse> send(Letter letter, Duration atMost) {
    Message message = letter.message();
    return client
        .newPublishMessageCommand()
        .messageName(message.name())
        .correlationKey(message.key())
        .messageId(message.id())
        .timeToLive(timeToLive)
        .variables(message.variables())
        .tenantId(letter.tenant())
        .requestTimeout(atMost)
        .send();
  }

  /** A conflict that Camunda itself tells of; one that a proxy tells of says nothing. */
  private static boolean isThere(ClientException e) {
    return switch (e) {
      case ClientStatusException grpc -> grpc.getStatusCode() == Status.Code.ALREADY_EXISTS;
      case ProblemException camunda -> camunda.code() == 409;
      default -> false;
    };
  }

  private static boolean isForGood(ClientException e) {
    return switch (e) {
      case ClientStatusException grpc -> FOR_GOOD.contains(grpc.getStatusCode());
      case ProblemException camunda -> camunda.code() >= 400 && camunda.code() < 429;
      default -> false;
    };
  }

  /** The status alone: a text may quote what the message carries. */
  private static String status(ClientException e) {
    return switch (e) {
      case ClientStatusException grpc -> grpc.getStatusCode().name();
      case ClientHttpException http -> "HTTP " + http.code();
      default -> "no answer";
    };
  }

  private boolean slept(Duration pause) {
    try {
      time.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
