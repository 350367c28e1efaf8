package io.github.feishuhire.worker.input;

import io.github.feishuhire.words.Language;
import io.github.feishuhire.worker.catalogue.Header;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the designer chose for one task.
 *
 * @param connection name of a configured Feishu app
 * @param retryBackoff before the second try; doubled before each further one
 * @param timeout how long to wait for a result
 */
public record TaskHeaders(
    String connection,
    Duration retryBackoff,
    OnRejected onRejected,
    OnDoubt onDoubt,
    OnDuplicate onDuplicate,
    AfterUpload afterUpload,
    AfterCompletion afterCompletion,
    Duration timeout) {

  public static final String DEFAULT_CONNECTION = Header.CONNECTION.standard();

  /** When Feishu or we refused an input. */
  public enum OnRejected {
    BPMN_ERROR,
    INCIDENT
  }

  /** When an earlier submission may have gone through. */
  public enum OnDoubt {
    INCIDENT,
    BPMN_ERROR,
    RESUBMIT,
    /** Then first of all somebody looks in Feishu, and it is not a person. */
    LOOK_UP
  }

  /** When the candidate already has this application. */
  public enum OnDuplicate {
    BPMN_ERROR,
    COMPLETE
  }

  /** What becomes of the document that an uploaded resume was. */
  public enum AfterUpload {
    KEEP,
    DELETE_DOCUMENT
  }

  /** What becomes of the inputs that say who the candidate is. */
  public enum AfterCompletion {
    KEEP,
    BLANK_IDENTIFICATION
  }

  /**
   * Reads the headers; an absent or blank one has its default.
   *
   * @throws InvalidHeaderException for a value that is none of the allowed
   */
  public static TaskHeaders of(Map<String, String> headers) {
    return new TaskHeaders(
        connection(headers),
        duration(headers, Header.RETRY_BACKOFF),
        choice(headers, Header.ON_REJECTED, OnRejected.values()),
        choice(headers, Header.ON_DOUBT, OnDoubt.values()),
        choice(headers, Header.ON_DUPLICATE, OnDuplicate.values()),
        choice(headers, Header.AFTER_UPLOAD, AfterUpload.values()),
        choice(headers, Header.AFTER_COMPLETION, AfterCompletion.values()),
        duration(headers, Header.TIMEOUT));
  }

  /** The name of the Feishu app alone, which can be read whatever the other headers say. */
  public static String connection(Map<String, String> headers) {
    return text(headers, Header.CONNECTION);
  }

  /** The language that the task's template is in; empty where it says none that we speak. */
  public static Optional<Language> language(Map<String, String> headers) {
    return Language.of(text(headers, Header.LANGUAGE));
  }

  private static String text(Map<String, String> headers, Header header) {
    String value = headers.getOrDefault(header.key(), "").strip();
    return value.isEmpty() ? header.standard() : value;
  }

  private static Duration duration(Map<String, String> headers, Header header) {
    try {
      Duration duration = Duration.parse(text(headers, header));
      if (duration.isPositive() && duration.compareTo(Duration.ofDays(30)) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // as wrong as a negative one
    }
    throw new InvalidHeaderException(header.key(), header.standard() + " (ISO 8601)");
  }

  private static <E extends Enum<E>> E choice(
      Map<String, String> headers, Header header, E[] values) {
    String text = text(headers, header);
    return Stream.of(values)
        .filter(value -> written(value).equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidHeaderException(header.key(), allowed(values)));
  }

  private static <E extends Enum<E>> String allowed(E[] values) {
    return Stream.of(values).map(TaskHeaders::written).collect(Collectors.joining(", "));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
