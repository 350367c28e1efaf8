package io.github.feishuhire.demo.seen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.Protocol;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.camunda.zeebe.protocol.record.value.deployment.Form;
import io.camunda.zeebe.protocol.record.value.deployment.Process;
import io.github.feishuhire.demo.seen.Happening.Kind;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes of each record what it means to somebody who looks on. */
final class Reader {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Seen seen;

  Reader(Seen seen) {
    this.seen = seen;
  }

  void read(Record<?> record) {
    switch (record.getValue()) {
      case ProcessInstanceRecordValue value -> step(record, value);
      case VariableRecordValue value ->
          instance(
                  value.getProcessInstanceKey(),
                  value.getBpmnProcessId(),
                  value.getProcessDefinitionKey(),
                  when(record))
              .set(value.getScopeKey(), value.getName(), json(value.getValue()));
      case JobRecordValue value -> job(record, value);
      case UserTaskRecordValue value -> userTask(record, value);
      case IncidentRecordValue value -> incident(record, value);
      case Process value ->
          seen.add(
              new Deployed.Model(
                  value.getProcessDefinitionKey(),
                  value.getBpmnProcessId(),
                  value.getVersion(),
                  text(value.getResource())));
      case Form value ->
          seen.add(
              new Deployed.Form(
                  value.getFormKey(),
                  value.getFormId(),
                  value.getVersion(),
                  text(value.getResource())));
      default -> {}
    }
  }

  /** Its variables are there before it is. */
  private Instance instance(long key, String process, long processKey, Instant when) {
    return seen.change(key)
        .orElseGet(
            () -> {
              var instance = new Instance(key, process, processKey, when);
              seen.add(key, instance);
              return instance;
            });
  }

  private void step(Record<?> record, ProcessInstanceRecordValue value) {
    if (value.getBpmnElementType() == BpmnElementType.SEQUENCE_FLOW
        || !(record.getIntent() instanceof ProcessInstanceIntent intent)) {
      return;
    }
    long key = value.getProcessInstanceKey();
    if (value.getBpmnElementType() == BpmnElementType.PROCESS) {
      process(record, value, intent);
      return;
    }
    seen.change(key)
        .ifPresent(
            instance -> {
              switch (intent) {
                case ELEMENT_ACTIVATING ->
                    instance.enter(
                        record.getKey(),
                        value.getElementId(),
                        value.getBpmnElementType().name(),
                        when(record));
                case ELEMENT_ACTIVATED -> instance.stay(record.getKey()).ifPresent(Stay::activate);
                case ELEMENT_COMPLETED -> {
                  instance.leave(record.getKey(), when(record), false);
                  if (!value.getBpmnElementType().name().endsWith("GATEWAY")) {
                    seen.tell(Kind.DONE, key, value.getElementId(), "");
                  }
                }
                case ELEMENT_TERMINATED -> instance.leave(record.getKey(), when(record), true);
                default -> {}
              }
            });
  }

  private void process(
      Record<?> record, ProcessInstanceRecordValue value, ProcessInstanceIntent intent) {
    long key = value.getProcessInstanceKey();
    switch (intent) {
      case ELEMENT_ACTIVATING -> {
        Instance unused =
            instance(key, value.getBpmnProcessId(), value.getProcessDefinitionKey(), when(record));
        seen.tell(Kind.STARTED, key, value.getElementId(), "");
      }
      case ELEMENT_COMPLETED, ELEMENT_TERMINATED -> {
        boolean cancelled = intent == ProcessInstanceIntent.ELEMENT_TERMINATED;
        seen.change(key).ifPresent(instance -> instance.end(when(record), cancelled));
        seen.tell(cancelled ? Kind.CANCELLED : Kind.ENDED, key, value.getElementId(), "");
      }
      default -> {}
    }
  }

  private void job(Record<?> record, JobRecordValue value) {
    if (!(record.getIntent() instanceof JobIntent intent)) {
      return;
    }
    seen.change(value.getProcessInstanceKey())
        .ifPresent(
            instance -> {
              switch (intent) {
                case CREATED -> {
                  seen.addJob(record.getKey(), value.getElementInstanceKey());
                  if (value.getType().equals(Protocol.USER_TASK_JOB_TYPE)) {
                    String form =
                        value
                            .getCustomHeaders()
                            .getOrDefault(Protocol.USER_TASK_FORM_KEY_HEADER_NAME, "");
                    open(
                        instance,
                        new OpenTask(
                            record.getKey(),
                            true,
                            value.getProcessInstanceKey(),
                            value.getElementInstanceKey(),
                            value.getElementId(),
                            form.matches("\\d{1,18}") ? Long.parseLong(form) : 0,
                            when(record)));
                  }
                }
                case COMPLETED -> {
                  finish(instance, value.getElementInstanceKey(), value.getVariables());
                  instance.close(record.getKey());
                }
                case FAILED -> fail(instance, value, value.getErrorMessage());
                case ERROR_THROWN -> {
                  fail(instance, value, value.getErrorCode() + ": " + value.getErrorMessage());
                  instance.close(record.getKey());
                }
                case CANCELED -> instance.close(record.getKey());
                default -> {}
              }
            });
  }

  private static void fail(Instance instance, JobRecordValue value, String message) {
    instance.stay(value.getElementInstanceKey()).ifPresent(stay -> stay.fail(message));
  }

  private static void finish(Instance instance, long element, Map<String, Object> variables) {
    Map<String, JsonNode> results = new LinkedHashMap<>();
    variables.forEach((name, value) -> results.put(name, MAPPER.valueToTree(value)));
    instance.stay(element).ifPresent(stay -> stay.finish(results));
  }

  private void userTask(Record<?> record, UserTaskRecordValue value) {
    if (!(record.getIntent() instanceof UserTaskIntent intent)) {
      return;
    }
    seen.change(value.getProcessInstanceKey())
        .ifPresent(
            instance -> {
              switch (intent) {
                case CREATED ->
                    open(
                        instance,
                        new OpenTask(
                            record.getKey(),
                            false,
                            value.getProcessInstanceKey(),
                            value.getElementInstanceKey(),
                            value.getElementId(),
                            Math.max(0, value.getFormKey()),
                            when(record)));
                case COMPLETED -> {
                  finish(instance, value.getElementInstanceKey(), value.getVariables());
                  instance.close(record.getKey());
                }
                case CANCELED -> instance.close(record.getKey());
                default -> {}
              }
            });
  }

  private void open(Instance instance, OpenTask task) {
    instance.open(task);
    seen.tell(Kind.WAITS_FOR_PERSON, task.instance(), task.element(), "");
  }

  private void incident(Record<?> record, IncidentRecordValue value) {
    long key = value.getProcessInstanceKey();
    seen.change(key)
        .ifPresent(
            instance -> {
              if (record.getIntent() == IncidentIntent.CREATED) {
                instance.open(
                    new OpenIncident(
                        record.getKey(),
                        key,
                        value.getElementInstanceKey(),
                        value.getElementId(),
                        value.getJobKey(),
                        value.getErrorMessage()));
                seen.tell(Kind.INCIDENT, key, value.getElementId(), value.getErrorMessage());
              } else if (record.getIntent() == IncidentIntent.RESOLVED) {
                instance
                    .resolve(record.getKey())
                    .ifPresent(open -> seen.tell(Kind.RESOLVED, key, open.element(), ""));
              }
            });
  }

  private static Instant when(Record<?> record) {
    return Instant.ofEpochMilli(record.getTimestamp());
  }

  private static String text(byte[] resource) {
    return new String(resource, StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
