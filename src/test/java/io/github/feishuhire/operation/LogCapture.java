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
  record Line(ILoggingEvent event, String text) {
    String logger() {
      return event.getLoggerName();
    }
  }

  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          event.prepareForDeferredProcessing();
          lines.add(new Line(event, everything(event)));
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
    return lines.stream()
        .filter(line -> line.logger().equals("io.github.feishuhire.job"))
        .map(Line::event)
        .toList();
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
