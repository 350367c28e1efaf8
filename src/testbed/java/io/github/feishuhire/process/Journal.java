package io.github.feishuhire.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.TimerIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the engine wrote down: the only witness of what became of a process instance. */
public final class Journal {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** An open incident. */
  public record Incident(
      long key,
      long instance,
      long jobKey,
      long elementInstanceKey,
      String elementId,
      String message) {}

  /** A step an instance has taken. */
  public record Step(long instance, String elementId, Intent intent) {}

  private final ZeebeTestEngine engine;

  public Journal(ZeebeTestEngine engine) {
    this.engine = engine;
  }

  /** All steps so far, in order. */
  public List<Step> steps() {
    return events(ProcessInstanceRecordValue.class)
        .map(
            record ->
                new Step(
                    record.getValue().getProcessInstanceKey(),
                    record.getValue().getElementId(),
                    record.getIntent()))
        .toList();
  }

  /** The elements an instance has been through, in the order in which it left them. */
  public List<String> completed(long instance) {
    return events(ProcessInstanceRecordValue.class)
        .filter(record -> record.getValue().getProcessInstanceKey() == instance)
        .filter(record -> record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED)
        .filter(record -> record.getValue().getBpmnElementType() != BpmnElementType.PROCESS)
        .map(record -> record.getValue().getElementId())
        .toList();
  }

  /** The elements that have begun in an instance; some of them may have ended since. */
  public List<String> begun(long instance) {
    return steps().stream()
        .filter(step -> step.instance() == instance)
        .filter(step -> step.intent() == ProcessInstanceIntent.ELEMENT_ACTIVATED)
        .map(Step::elementId)
        .toList();
  }

  public boolean hasEnded(long instance) {
    return events(ProcessInstanceRecordValue.class)
        .filter(record -> record.getKey() == instance)
        .anyMatch(
            record ->
                record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                    || record.getIntent() == ProcessInstanceIntent.ELEMENT_TERMINATED);
  }

  /** The one that is open now. */
  public Optional<Incident> incident(long instance) {
    Map<Long, Incident> open = new LinkedHashMap<>();
    events(IncidentRecordValue.class)
        .filter(record -> record.getValue().getProcessInstanceKey() == instance)
        .forEach(
            record -> {
              IncidentRecordValue value = record.getValue();
              if (record.getIntent() == IncidentIntent.CREATED) {
                open.put(
                    record.getKey(),
                    new Incident(
                        record.getKey(),
                        instance,
                        value.getJobKey(),
                        value.getElementInstanceKey(),
                        value.getElementId(),
                        value.getErrorMessage()));
              } else {
                open.remove(record.getKey());
              }
            });
    return open.values().stream().reduce((earlier, later) -> later);
  }

  /** The variables a process instance, or one task of it, has of its own. */
  public ObjectNode variables(long scopeKey) {
    ObjectNode variables = MAPPER.createObjectNode();
    events(VariableRecordValue.class)
        .filter(record -> record.getValue().getScopeKey() == scopeKey)
        .forEach(
            record ->
                variables.set(record.getValue().getName(), json(record.getValue().getValue())));
    return variables;
  }

  /** What happened to the jobs of an instance, in order. */
  public List<Record<JobRecordValue>> jobs(long instance, JobIntent intent) {
    return jobs(intent)
        .filter(record -> record.getValue().getProcessInstanceKey() == instance)
        .toList();
  }

  /** The same of all instances. */
  public Stream<Record<JobRecordValue>> jobs(JobIntent intent) {
    return events(JobRecordValue.class).filter(record -> record.getIntent() == intent);
  }

  /** How many timers an instance has started. */
  public int timers(long instance) {
    return (int)
        events(TimerRecordValue.class)
            .filter(record -> record.getIntent() == TimerIntent.CREATED)
            .filter(record -> record.getValue().getProcessInstanceKey() == instance)
            .count();
  }

  @SuppressWarnings("unchecked") // the type of the value is checked
  private <V extends RecordValue> Stream<Record<V>> events(Class<V> type) {
    return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
        .filter(record -> record.getRecordType() == RecordType.EVENT)
        .filter(record -> type.isInstance(record.getValue()))
        .map(record -> (Record<V>) record);
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
