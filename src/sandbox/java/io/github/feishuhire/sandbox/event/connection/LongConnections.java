package io.github.feishuhire.sandbox.event.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.Way;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Pushes over the connections that clients have opened: each event goes to one client of the app,
 * whichever. An app has subscribed once it has been connected.
 */
public final class LongConnections implements Way, AutoCloseable {

  private static final String VERIFICATION_TOKEN = "sandbox-token";

  private final EventSettings settings;
  private final AtomicInteger lastService = new AtomicInteger(33_000_000);
  private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
  private final Map<String, List<Client>> clients = new ConcurrentHashMap<>();
  private @Nullable Server server;

  public LongConnections(EventSettings settings) {
    this.settings = settings;
  }

  /** For one connection of the app; the server starts with the first. */
  synchronized URI address(String appId) {
    if (server == null) {
      server = new Server(this);
    }
    String ticket = UUID.randomUUID().toString();
    int service = lastService.incrementAndGet();
    tickets.put(ticket, new Ticket(appId, service));
    return URI.create(
        "ws://127.0.0.1:%d/ws/v2?fpid=493&aid=552564&device_id=%d&access_key=%s&service_id=%d&ticket=%s"
            .formatted(
                server.port(),
                ThreadLocalRandom.current().nextLong(Long.MAX_VALUE),
                UUID.randomUUID(),
                service,
                ticket));
  }

  /** Why nobody may connect to this address; empty if somebody may. */
  Optional<EndpointCode> refusalOf(String uri) {
    Ticket found = tickets.get(ticket(uri));
    if (found == null) {
      return Optional.of(EndpointCode.AUTH_FAILED);
    }
    return isFull(found.appId())
        ? Optional.of(EndpointCode.TOO_MANY_CONNECTIONS)
        : Optional.empty();
  }

  /** Empty when another one has come with this address. */
  Optional<Client> join(String uri, Channel channel) {
    return Optional.ofNullable(tickets.remove(ticket(uri)))
        .map(
            found -> {
              Client client =
                  new Client(
                      channel, found.service(), settings.clientConfig(), settings.partSize());
              List<Client> all =
                  clients.computeIfAbsent(found.appId(), first -> new CopyOnWriteArrayList<>());
              all.add(client);
              channel.closeFuture().addListener(closed -> all.remove(client));
              return client;
            });
  }

  private static String ticket(String uri) {
    List<String> values = new QueryStringDecoder(uri).parameters().get("ticket");
    return values == null ? "" : values.getFirst();
  }

  boolean isFull(String appId) {
    return count(appId) >= settings.connections();
  }

  private List<Client> of(String appId) {
    return clients.getOrDefault(appId, List.of());
  }

  /** How many clients of the app are connected. */
  public int count(String appId) {
    return of(appId).size();
  }

  /** How often the clients of the app that are connected have said that they are there. */
  public int pings(String appId) {
    return of(appId).stream().mapToInt(Client::pings).sum();
  }

  /** Breaks every connection without a word. */
  public void cutAll() {
    all().forEach(Client::cut);
  }

  /** Keeps the connections that are there, but neither reads nor writes on them any more. */
  public void silenceAll() {
    all().forEach(Client::fallSilent);
  }

  private List<Client> all() {
    return clients.values().stream().flatMap(List::stream).toList();
  }

  @Override
  public boolean serves(String appId) {
    return clients.containsKey(appId);
  }

  @Override
  public String verificationToken(String appId) {
    return VERIFICATION_TOKEN;
  }

  @Override
  public CompletableFuture<Integer> push(String appId, ObjectNode envelope) {
    List<Client> now = List.copyOf(of(appId));
    if (now.isEmpty()) {
      return CompletableFuture.completedFuture(NO_ANSWER);
    }
    return now.get(ThreadLocalRandom.current().nextInt(now.size()))
        .push(UUID.randomUUID().toString(), envelope.toString().getBytes(UTF_8))
        .completeOnTimeout(NO_ANSWER, settings.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
    }
  }
}
