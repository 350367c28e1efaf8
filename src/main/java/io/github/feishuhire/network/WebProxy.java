package io.github.feishuhire.network;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that is asked to connect to a host, and then hands on what it cannot read. It resolves
 * the names.
 *
 * @param credentials that it asks for; null when it asks for none
 * @param direct names of hosts that are reached without it
 */
public record WebProxy(
    String host, int port, @Nullable Credentials credentials, Collection<String> direct) {

  /** What it knows us by. */
  public record Credentials(String username, String password) {
    @Override
    public String toString() {
      return "Credentials";
    }
  }

  public WebProxy {
    direct =
        direct.stream()
            .map(one -> one.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a host is reached through it; this machine itself never is. */
  public boolean isFor(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !direct.contains(lower) && !isThisMachine(lower);
  }

  /** By its name: the proxy resolves the others, which may not even be known here. */
  private static boolean isThisMachine(String lower) {
    return lower.equals("localhost") || lower.startsWith("127.") || lower.equals("[::1]");
  }

  /** As people know it. */
  public String address() {
    return host + ":" + port;
  }

  /** For logs: without what it asks for. */
  @Override
  public String toString() {
    return "WebProxy[" + address() + "]";
  }
}
