package io.github.feishuhire.event;

import io.github.feishuhire.event.EventListener.Refusal;
import io.github.feishuhire.words.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each event, with ids and nothing else of it. */
final class EventLog {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.feishuhire.event");
  private static final int MOST_IDS = 10;

  private final String connection;

  EventLog(String connection) {
    this.connection = connection;
  }

  void published(Envelope event, List<Message> messages, boolean isNew) {
    String ids =
        messages.stream()
            .limit(MOST_IDS)
            .map(message -> OneLine.id(message.key()))
            .collect(Collectors.joining(", "));
    LOG.info(
        "Event {}: {} {} {}{} (connection {})",
        OneLine.id(event.id()),
        isNew ? "published" : "came again, Camunda has",
        messages.getFirst().name(),
        ids,
        messages.size() > MOST_IDS ? " and " + (messages.size() - MOST_IDS) + " more" : "",
        connection);
  }

  void dropped(Envelope event) {
    LOG.info(
        "Event {}: dropped, events of type {} become no message (connection {})",
        OneLine.id(event.id()),
        OneLine.of(event.type()),
        connection);
  }

  void postponed(Envelope event, String status) {
    LOG.warn(
        "Event {}: Camunda does not take its message ({}), Feishu has to push it again"
            + " (type {}, connection {})",
        OneLine.id(event.id()),
        status,
        OneLine.of(event.type()),
        connection);
  }

  void refused(@Nullable Envelope event, Refusal reason) {
    LOG.warn(
        "Event {}: refused, {} (connection {})",
        event == null ? "?" : OneLine.id(event.id()),
        switch (reason) {
          case APP_ID -> "it is of another app";
          case MALFORMED -> "it lacks what its type has by Feishu's documentation";
          case SIGNATURE, TOKEN, TOO_LARGE -> reason.name().toLowerCase(Locale.ROOT);
        },
        connection);
  }

  void unforeseen(Envelope event, RuntimeException fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    LOG.error(
        "Event {}: {} at {}, Feishu has to push it again (connection {})",
        OneLine.id(event.id()),
        fault.getClass().getName(),
        frames.length == 0 ? "?" : frames[0],
        connection);
  }
}
