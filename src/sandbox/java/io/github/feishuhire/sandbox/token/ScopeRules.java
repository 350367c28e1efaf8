package io.github.feishuhire.sandbox.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** The scopes of the app that asks. Assumption: a scope it never applied for is not listed. */
public final class ScopeRules implements Rules {

  private static final int GRANTED = 1;

  private final TenantTokens tokens;

  public ScopeRules(TenantTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Reply answer(Call call) {
    throw new Refusal(ErrorCode.TOKEN_MISSING);
  }

  @Override
  public Reply answer(Call call, String token) {
    App app = tokens.owner(token).orElseThrow(() -> new Refusal(ErrorCode.TOKEN_INVALID));
    ObjectNode data = Reply.object();
    ArrayNode scopes = data.putArray("scopes");
    app.scopes().stream()
        .sorted()
        .forEach(scope -> scopes.addObject().put("scope_name", scope).put("grant_status", GRANTED));
    return Reply.success(data);
  }
}
