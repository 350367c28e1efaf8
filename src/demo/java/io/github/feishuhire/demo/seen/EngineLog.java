package io.github.feishuhire.demo.seen;

import io.camunda.zeebe.process.test.api.RecordStreamSource;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the events of the engine in order, each of them once. Only one thread may use it. */
public final class EngineLog {

  private final RecordStreamSource source;
  private int read;

  public EngineLog(RecordStreamSource source) {
    this.source = source;
  }

  /** What is new. */
  List<Record<?>> next() {
    List<Record<?>> records =
        StreamSupport.<Record<?>>stream(source.getRecords().spliterator(), false)
            .skip(read)
            .toList();
    read += records.size();
    return records.stream().filter(record -> record.getRecordType() == RecordType.EVENT).toList();
  }
}
