package io.github.feishuhire.sandbox.token;

import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.regex.Pattern;

/** Credentials in, tenant access token out; this API has its fields beside {@code code}. */
public final class TokenRules implements Rules {

  private static final Pattern APP_ID = Pattern.compile("cli_[0-9A-Za-z]+");

  private final TenantTokens tokens;

  public TokenRules(TenantTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Reply answer(Call call) {
    String appId = text(call, "app_id");
    String secret = text(call, "app_secret");
    if (!APP_ID.matcher(appId).matches() || secret.isEmpty()) {
      throw new Refusal(ErrorCode.INVALID_TOKEN_PARAMETER);
    }
    TenantTokens.Issued issued = tokens.issue(appId, secret);
    return Reply.ok(
        Reply.object()
            .put("code", 0)
            .put("msg", "ok")
            .put("tenant_access_token", issued.token())
            .put("expire", issued.left().toSeconds()));
  }

  private static String text(Call call, String name) {
    return call.body() instanceof Body.Json json ? json.tree().path(name).asText("") : "";
  }
}
