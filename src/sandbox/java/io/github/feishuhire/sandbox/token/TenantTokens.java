package io.github.feishuhire.sandbox.token;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Issues tenant access tokens and knows whose they are. A token is reissued while it has half an
 * hour left; after that a new one is valid beside it.
 */
public final class TenantTokens {

  private static final Duration LIFETIME = Duration.ofHours(2);
  private static final Duration RENEWAL = Duration.ofMinutes(30);

  private final InstantSource clock;
  private final Map<String, App> apps;
  private final Set<String> disabled = new HashSet<>();
  private final Map<String, Token> valid = new HashMap<>();
  private final Map<App, Token> newest = new HashMap<>();

  public TenantTokens(InstantSource clock, Collection<App> apps) {
    this.clock = clock;
    this.apps = apps.stream().collect(Collectors.toUnmodifiableMap(App::id, Function.identity()));
  }

  synchronized Issued issue(String appId, String secret) {
    App app = apps.get(appId);
    if (app == null || disabled.contains(appId)) {
      throw new Refusal(ErrorCode.APP_UNKNOWN);
    }
    if (!app.secret().equals(secret)) {
      throw new Refusal(ErrorCode.WRONG_APP_SECRET);
    }
    Instant now = clock.instant();
    valid.values().removeIf(token -> !token.expires().isAfter(now));
    Token token = newest.get(app);
    if (token == null
        || !valid.containsKey(token.text())
        || Duration.between(now, token.expires()).compareTo(RENEWAL) < 0) {
      token = new Token(newText(), app, now.plus(LIFETIME));
      newest.put(app, token);
      valid.put(token.text(), token);
    }
    return new Issued(token.text(), Duration.between(now, token.expires()));
  }

  /** The app a token was issued to; empty when it is unknown or has expired. */
  public synchronized Optional<App> owner(String token) {
    return Optional.ofNullable(valid.get(token))
        .filter(known -> known.expires().isAfter(clock.instant()))
        .map(Token::app);
  }

  public synchronized boolean isDisabled(App app) {
    return disabled.contains(app.id());
  }

  /** Tokens already issued stay known, but the app may no longer call anything. */
  public synchronized void disable(String appId) {
    disabled.add(appId);
  }

  public synchronized void revokeAll() {
    valid.clear();
  }

  public synchronized void revoke(String token) {
    valid.remove(token);
  }

  private static String newText() {
    return "t-" + UUID.randomUUID().toString().replace("-", "");
  }

  record Issued(String token, Duration left) {
    @Override
    public String toString() {
      return "Issued[left=" + left + "]";
    }
  }

  private record Token(String text, App app, Instant expires) {
    @Override
    public String toString() {
      return "Token[app=" + app.id() + ", expires=" + expires + "]";
    }
  }
}
