package io.github.feishuhire.sandbox;

import io.github.feishuhire.sandbox.ReservedValue.Behaviour;
import io.github.feishuhire.sandbox.ReservedValue.Field;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.sandbox.http.Call;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the fault that a reserved value in a call asks for. */
final class ReservedFaults {

  private final Set<Call> disturbed = ConcurrentHashMap.newKeySet();

  Optional<Fault> of(Call call) {
    return ReservedValues.ALL.stream()
        .filter(row -> value(row.field(), call.body()).equals(row.value()))
        .findFirst()
        .flatMap(row -> fault(row.behaviour(), call));
  }

  private Optional<Fault> fault(Behaviour behaviour, Call call) {
    return switch (behaviour) {
      case Behaviour.Always always -> Optional.of(always.fault());
      case Behaviour.Once once -> isFirst(call) ? Optional.of(once.fault()) : Optional.empty();
      case Behaviour.Task ignored -> Optional.empty();
    };
  }

  private boolean isFirst(Call call) {
    return disturbed.add(call) || !disturbed.remove(call);
  }

  private static String value(Field field, Body body) {
    return switch (body) {
      case Body.Json json -> json.tree().path(field.label()).asText("");
      case Body.Upload upload when field == Field.FILE_NAME -> stem(upload.fileName());
      case Body.Upload ignored -> "";
      case Body.None ignored -> "";
      case Body.Unreadable ignored -> "";
    };
  }

  private static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? fileName : fileName.substring(0, dot);
  }
}
