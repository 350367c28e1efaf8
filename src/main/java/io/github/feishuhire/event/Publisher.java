package io.github.feishuhire.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.application.HiringProcess;
import io.github.feishuhire.api.application.Stage;
import io.github.feishuhire.event.EventListener.Fate;
import io.github.feishuhire.event.EventListener.Refusal;
import io.github.feishuhire.worker.catalogue.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.lang3.ObjectUtils;
import org.jspecify.annotations.Nullable;

/** Has each event of one connection become a message, or says that it must come again. */
public final class Publisher implements Inbox {

  /** Of Feishu's three seconds; the rest is for the way. */
  private static final Duration WHOLE = Duration.ofMillis(2500);

  /** Of these, for the names of stages; without them there still is a message. */
  private static final Duration NAMES = Duration.ofSeconds(1);

  /**
   * Whose events they are.
   *
   * @param connection as tasks call it
   * @param wants the types of events that become messages
   */
  public record Subscription(String connection, String appId, Predicate<String> wants) {}

  private final Subscription subscription;
  private final Stages stages;
  private final Post post;
  private final EventLog log;
  private final List<EventListener> listeners;
  private final Time time;

  /**
   * Sends nothing yet.
   *
   * @param processes of the tenant, for the names of stages
   */
  public Publisher(
      Subscription subscription,
      Listing<HiringProcess> processes,
      Post post,
      List<EventListener> listeners,
      Time time) {
    this.subscription = subscription;
    this.stages = new Stages(subscription.connection(), processes, time);
    this.post = post;
    this.log = new EventLog(subscription.connection());
    this.listeners = List.copyOf(listeners);
    this.time = time;
  }

  @Override
  public Receipt receive(byte[] text) {
    listeners.forEach(one -> one.received(subscription.connection()));
    JsonNode object = Envelope.object(text);
    Envelope envelope = object == null ? null : Envelope.of(object);
    if (envelope == null) {
      return refuse(Refusal.MALFORMED, null);
    }
    if (!envelope.appId().equals(subscription.appId())) {
      return refuse(Refusal.APP_ID, envelope);
    }
    try {
      return publish(envelope);
    } catch (RuntimeException e) { // no message and no cause: they may quote the event
      log.unforeseen(envelope, e);
      return end(envelope, Fate.LATER);
    }
  }

  private Receipt publish(Envelope envelope) {
    Instant deadline = time.now().plus(WHOLE);
    Optional<EventType> type = EventType.of(envelope.type()).filter(this::isWanted);
    if (type.isEmpty()) {
      log.dropped(envelope);
      return end(envelope, Fate.DROPPED);
    }
    Instant namesUntil = time.now().plus(NAMES);
    Messages messages = new Messages(id -> stage(id, namesUntil));
    List<Message> made = messages.of(type.get(), envelope);
    if (made.isEmpty()) {
      return refuse(Refusal.MALFORMED, envelope);
    }
    Post.Delivered delivered = post.deliver(made, deadline);
    if (delivered.trouble() != null) {
      log.postponed(envelope, delivered.trouble());
      return end(envelope, Fate.LATER);
    }
    log.published(envelope, made, delivered.isNew());
    return end(envelope, delivered.isNew() ? Fate.PUBLISHED : Fate.DUPLICATE);
  }

  private boolean isWanted(EventType type) {
    return subscription.wants().test(type.type());
  }

  private @Nullable Stage stage(String id, Instant until) {
    return stages.find(id, ObjectUtils.max(Duration.between(time.now(), until), Duration.ZERO));
  }

  private Receipt end(Envelope envelope, Fate fate) {
    Instant created = envelope.created();
    Duration age =
        created == null
            ? null
            : ObjectUtils.max(Duration.between(created, time.wallClock()), Duration.ZERO);
    listeners.forEach(one -> one.ended(subscription.connection(), envelope.type(), fate, age));
    return fate == Fate.LATER ? Receipt.LATER : Receipt.TAKEN;
  }

  /** Pushed again it would be no better. */
  private Receipt refuse(Refusal reason, @Nullable Envelope envelope) {
    log.refused(envelope, reason);
    listeners.forEach(one -> one.refused(subscription.connection(), reason));
    return Receipt.TAKEN;
  }
}
