package io.github.feishuhire.faults.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.faults.oracle.EngineEvent.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A record as every engine writes it, and what it says for the oracle. */
public final class EngineRecord {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EngineRecord() {}

  /** One, none, or for a batch of jobs one for each. */
  public static List<EngineEvent> events(JsonNode record) {
    long position = record.path("position").asLong();
    JsonNode value = record.path("value");
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
      case "application_id" ->
          global ? of(Kind.APPLICATION_ID, unquoted(text), position, record, value) : null;
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
