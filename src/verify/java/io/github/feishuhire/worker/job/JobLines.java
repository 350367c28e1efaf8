package io.github.feishuhire.worker.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What the worker logs during one test. */
final class JobLines implements BeforeEachCallback, AfterEachCallback {

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @Override
  public void beforeEach(ExtensionContext context) {
    log.start();
    worker().addAppender(log);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    worker().detachAppender(log);
  }

  List<String> at(Level level) {
    return log.list.stream()
        .filter(line -> line.getLevel().equals(level))
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  private static Logger worker() {
    return (Logger) LoggerFactory.getLogger("io.github.feishuhire");
  }
}
