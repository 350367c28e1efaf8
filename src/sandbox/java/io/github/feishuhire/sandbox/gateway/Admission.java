package io.github.feishuhire.sandbox.gateway;

import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.sandbox.token.TenantTokens;
import java.util.Collections;
import java.util.Optional;

/** Who may call what, and how often. */
public final class Admission {

  private static final String BEARER = "Bearer ";

  private final TenantTokens tokens;
  private final RateLimits limits;

  public Admission(TenantTokens tokens, RateLimits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  /**
   * The token shown; empty for an API that needs none.
   *
   * @throws Refusal when the call may not go on
   */
  String admit(Optional<String> authorization, Api api) {
    if (!api.needsToken()) {
      return "";
    }
    String token =
        authorization
            .filter(header -> header.startsWith(BEARER))
            .map(header -> header.substring(BEARER.length()).strip())
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> new Refusal(ErrorCode.TOKEN_MISSING));
    if (!token.startsWith("t-") && !token.startsWith("u-")) {
      throw new Refusal(ErrorCode.TOKEN_MALFORMED);
    }
    App app = tokens.owner(token).orElseThrow(() -> new Refusal(ErrorCode.TOKEN_INVALID));
    if (tokens.isDisabled(app)) {
      throw new Refusal(ErrorCode.APP_NOT_IN_USE);
    }
    if (!api.scopes().isEmpty() && Collections.disjoint(app.scopes(), api.scopes())) {
      throw new Refusal(ErrorCode.SCOPE_MISSING);
    }
    limits.admit(app, api);
    return token;
  }
}
