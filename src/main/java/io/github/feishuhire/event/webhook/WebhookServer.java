package io.github.feishuhire.event.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServer;

/**
 * The port that Feishu pushes events to. It is a server of its own: what others are served
 * elsewhere cannot be had here, nor this there.
 */
public final class WebhookServer {

  private static final String PATH = "/feishu/events";

  /** Each may hold a body of a megabyte. */
  private static final int THREADS = 50;

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

  private final WebServer server;

  /**
   * Does not listen yet.
   *
   * @param port 0 for any that is free
   * @param webhooks by the names of connections, the default one as {@code default}
   */
  public WebhookServer(int port, Map<String, Webhook> webhooks) {
    WebhookServlet servlet =
        new WebhookServlet(
            webhooks.entrySet().stream()
                .collect(Collectors.toMap(one -> path(one.getKey()), Map.Entry::getValue)));
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(port);
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.addContextCustomizers(
        // Tomcat would add a page of its own to every refusal.
        context -> ((StandardHost) context.getParent()).setErrorReportValveClass(""));
    factory.addConnectorCustomizers(
        connector -> {
          var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
          protocol.setMaxThreads(THREADS);
          protocol.setConnectionTimeout((int) LONGEST_SILENCE.toMillis());
        });
    server =
        factory.getWebServer(
            context -> {
              var registration = context.addServlet("events", servlet);
              registration.setLoadOnStartup(1);
              registration.addMapping("/");
            });
  }

  /** Where the events of a connection come in. */
  public static String path(String connection) {
    return connection.equals("default") ? PATH : PATH + "/" + connection;
  }

  public void start() {
    server.start();
  }

  /** The port it listens at. */
  public int port() {
    return server.getPort();
  }

  /** Takes nothing more, and waits for what was begun. */
  public void stop(Duration patience) {
    CountDownLatch done = new CountDownLatch(1);
    server.shutDownGracefully(result -> done.countDown());
    try {
      done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop();
    server.destroy();
  }
}
