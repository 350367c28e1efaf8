package io.github.feishuhire.process;

import static org.awaitility.Awaitility.await;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.event.Post;
import io.github.feishuhire.event.Publisher;
import io.github.feishuhire.event.longconnection.ConnectionListener;
import io.github.feishuhire.event.longconnection.LongConnections;
import io.github.feishuhire.sandbox.SandboxSettings;
import java.time.Duration;
import java.util.List;

/**
 * Has what happens in the sandbox become messages of a world's engine, over the long connection.
 */
final class Hearing implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration TIME_TO_LIVE = Duration.ofHours(24);

  private final LongConnections connections;

  private Hearing(LongConnections connections) {
    this.connections = connections;
  }

  /** From now on. */
  static Hearing in(HireWorld world) {
    Time time = Time.system();
    var known = SandboxSettings.DEFAULT_APP;
    var app = new App(world.sandbox().baseUrl(), known.id(), known.secret());
    HttpSender sender = HttpSender.create();
    var publisher =
        new Publisher(
            new Publisher.Subscription("default", known.id(), type -> true),
            new FeishuHire(app, QuotaShare.ALONE, sender, time).hiringProcesses().list(),
            new Post(
                world.client(),
                List.of(world.client().getConfiguration().getDefaultTenantId()),
                TIME_TO_LIVE,
                time),
            List.of(),
            time);
    var connections = new LongConnections(sender.way(), new ConnectionListener() {}, time);
    connections.add("default", app, publisher);
    connections.start();
    await().until(() -> world.sandbox().longConnections().count(known.id()) == 1);
    return new Hearing(connections);
  }

  @Override
  public void close() {
    connections.stop(PATIENCE);
  }
}
