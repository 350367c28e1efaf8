package io.github.feishuhire.operation;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Everything that is logged, whatever the logger and the level. */
final class LogCapture {

  /** One line, with all that any layout could print of it. */
  record Line(String logger, String level, String text) {}

  private static final String JOBS = "io.github.feishuhire.job";

  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
  private final Queue<ILoggingEvent> jobs = new ConcurrentLinkedQueue<>();

  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          event.prepareForDeferredProcessing();
          String level = event.getLevel().toString();
          lines.add(new Line(event.getLoggerName(), level, everything(event)));
          if (event.getLoggerName().equals(JOBS)) {
            jobs.add(event);
          }
        }
      };

  private static LoggerContext context() {
    return (LoggerContext) LoggerFactory.getILoggerFactory();
  }

  void attach() {
    appender.setContext(context());
    appender.start();
    context().getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
  }

  void detach() {
    context().getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Those about jobs. */
  List<ILoggingEvent> jobs() {
    return List.copyOf(jobs);
  }

  private static String everything(ILoggingEvent event) {
    return String.join(
        " ",
        event.getLevel().toString(),
        event.getLoggerName(),
        event.getThreadName(),
        event.getFormattedMessage(),
        Arrays.toString(event.getArgumentArray()),
        event.getMDCPropertyMap().toString(),
        String.valueOf(event.getKeyValuePairs()),
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }
}
