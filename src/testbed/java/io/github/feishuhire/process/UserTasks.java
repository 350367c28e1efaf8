package io.github.feishuhire.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.agrona.concurrent.UnsafeBuffer;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Completes Camunda user tasks. Only the REST API has a command for it, which the embedded engine
 * lacks: so the command is written into its log, where that of the API would end up.
 */
public final class UserTasks {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LogStreamWriter writer;

  public UserTasks(ZeebeTestEngine engine) {
    Object log = Objects.requireNonNull(ReflectionTestUtils.getField(engine, "logStream"));
    this.writer = ((LogStream) log).newLogStreamWriter();
  }

  /** Whether the engine accepts it is seen in its log. */
  public synchronized void complete(long key, Map<String, ?> variables) {
    var task =
        new UserTaskRecord().setUserTaskKey(key).setVariables(new UnsafeBuffer(packed(variables)));
    var metadata =
        new RecordMetadata()
            .recordType(RecordType.COMMAND)
            .valueType(ValueType.USER_TASK)
            .intent(UserTaskIntent.COMPLETE);
    var written =
        writer.tryWrite(
            WriteContext.userCommand(UserTaskIntent.COMPLETE),
            LogAppendEntry.of(key, metadata, task));
    if (written.isLeft()) {
      throw new IllegalStateException("the engine's log took no command: " + written.getLeft());
    }
  }

  private static byte[] packed(Map<String, ?> variables) {
    try {
      return MsgPackConverter.convertToMsgPack(MAPPER.writeValueAsString(variables));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
