package io.github.feishuhire.process;

import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import java.util.ArrayList;
import java.util.Collections;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The engine of Zeebe Process Test, made to stand a busy machine. It keeps its log in a plain list
 * that several of its threads use at once, and dies when one of them sees an entry before it is
 * there; here that list is a synchronized one.
 */
public final class EmbeddedEngine {

  private EmbeddedEngine() {}

  /** On any free port; not started yet. */
  public static ZeebeTestEngine create() {
    return withSafeLog(EngineFactory.create());
  }

  /** On this port; not started yet. */
  public static ZeebeTestEngine create(int port) {
    return withSafeLog(EngineFactory.create(port));
  }

  private static ZeebeTestEngine withSafeLog(ZeebeTestEngine engine) {
    Object logStream = ReflectionTestUtils.getField(engine, "logStream");
    Object storage = ReflectionTestUtils.getField(logStream, "logStorage");
    ReflectionTestUtils.setField(
        storage, "logEntries", Collections.synchronizedList(new ArrayList<>()));
    return engine;
  }
}
