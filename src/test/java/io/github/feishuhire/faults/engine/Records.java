package io.github.feishuhire.faults.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.EngineEvent.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The broker's own records, read from where its exporter writes them. A broker that was restarted
 * writes them all again; a position counts once.
 */
public final class Records {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String CANARY = "canary";

  private final Broker broker;
  private final Map<Path, Long> read = new HashMap<>();
  private final TreeMap<Long, List<EngineEvent>> events = new TreeMap<>();
  private final List<String> leaks = new ArrayList<>();

  public Records(Broker broker) {
    this.broker = broker;
  }

  /** Everything so far. */
  public synchronized List<EngineEvent> events() {
    broker.outputs().forEach(this::readOn);
    return events.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Candidate's data or secrets in incidents, error messages, or variables that the process did not
   * put there.
   */
  public synchronized List<String> leaks() {
    return List.copyOf(leaks);
  }

  private void readOn(Path output) {
    try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
      long from = read.getOrDefault(output, 0L);
      byte[] fresh = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(fresh);
      int end = fresh.length;
      while (end > 0 && fresh[end - 1] != '\n') {
        end--;
      }
      read.put(output, from + end);
      Stream<String> lines = new String(fresh, 0, end, UTF_8).lines();
      lines.filter(Records::isOfInterest).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfInterest(String line) {
    return line.startsWith("{")
        && line.contains("\"recordType\":\"EVENT\"")
        && Stream.of("JOB", "JOB_BATCH", "INCIDENT", "VARIABLE", "PROCESS_INSTANCE")
            .anyMatch(type -> line.contains("\"valueType\":\"" + type + "\""));
  }

  private void add(String line) {
    try {
      JsonNode record = MAPPER.readTree(line);
      long position = record.path("position").asLong();
      if (events.containsKey(position)) {
        return;
      }
      if (isLeak(record)) {
        leaks.add(line);
      }
      events.put(position, events(position, record, record.path("value")));
    } catch (IOException e) {
      // a broker that was killed in the middle of a line writes it again after its restart
    }
  }

  private static boolean isLeak(JsonNode record) {
    JsonNode value = record.path("value");
    boolean given =
        record.path("valueType").asText().equals("VARIABLE")
            && List.of("email", "resume", "name").contains(value.path("name").asText());
    return !given
        && Stream.of("name", "value", "errorMessage")
            .anyMatch(member -> value.path(member).asText().contains(CANARY));
  }

  /** One, none, or for a batch of jobs one for each. */
  private static List<EngineEvent> events(long position, JsonNode record, JsonNode value) {
    if (record.path("valueType").asText().equals("JOB_BATCH")) {
      return record.path("intent").asText().equals("ACTIVATED")
          ? StreamSupport.stream(value.path("jobs").spliterator(), false)
              .map(job -> of(Kind.HANDED_OUT, "", position, record, job))
              .toList()
          : List.of();
    }
    EngineEvent event = event(position, record, value);
    return event == null ? List.of() : List.of(event);
  }

  private static @Nullable EngineEvent event(long position, JsonNode record, JsonNode value) {
    String what = record.path("valueType").asText() + " " + record.path("intent").asText();
    return switch (what) {
      case "VARIABLE CREATED", "VARIABLE UPDATED" -> variable(position, record, value);
      case "JOB TIMED_OUT" -> of(Kind.LEASE_ENDED, "", position, record, value);
      case "JOB FAILED" ->
          of(Kind.JOB_FAILED, value.path("retries").asText(), position, record, value);
      case "JOB ERROR_THROWN" ->
          of(Kind.ERROR_THROWN, value.path("errorCode").asText(), position, record, value);
      case "INCIDENT CREATED" ->
          of(Kind.INCIDENT, value.path("errorMessage").asText(), position, record, value);
      case "INCIDENT RESOLVED" -> of(Kind.INCIDENT_RESOLVED, "", position, record, value);
      case "PROCESS_INSTANCE ELEMENT_COMPLETED" ->
          value.path("bpmnElementType").asText().equals("END_EVENT")
              ? of(Kind.ENDED, value.path("elementId").asText(), position, record, value)
              : null;
      case "PROCESS_INSTANCE ELEMENT_TERMINATED" ->
          value.path("bpmnElementType").asText().equals("PROCESS")
              ? of(Kind.CANCELLED, "", position, record, value)
              : null;
      default -> null;
    };
  }

  private static @Nullable EngineEvent variable(long position, JsonNode record, JsonNode value) {
    String text = value.path("value").asText();
    boolean global = value.path("scopeKey").equals(value.path("processInstanceKey"));
    return switch (value.path("name").asText()) {
      case "feishu_hire_submission" -> of(Kind.CLAIM, state(text), position, record, value);
      case "website_id" ->
          global ? of(Kind.STARTED, unquoted(text), position, record, value) : null;
      case "task_id" -> global ? of(Kind.TASK_ID, unquoted(text), position, record, value) : null;
      default -> null;
    };
  }

  private static String state(String claim) {
    try {
      return MAPPER.readTree(claim).path("state").asText();
    } catch (IOException e) {
      return claim;
    }
  }

  private static String unquoted(String json) {
    return json.replace("\"", "");
  }

  private static EngineEvent of(
      Kind kind, String detail, long position, JsonNode record, JsonNode value) {
    return new EngineEvent(
        position,
        Instant.ofEpochMilli(record.path("timestamp").asLong()),
        kind,
        value.path("processInstanceKey").asLong(),
        detail,
        record.path("key").asLong(),
        value.path("jobKey").asLong(),
        value.path("elementInstanceKey").asLong());
  }
}
