package io.github.feishuhire.sandbox.event.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.sandbox.token.TenantTokens;
import java.util.Collection;
import java.util.List;

/**
 * Credentials in, address of a long connection out. The codes are those that Feishu's own client
 * knows. Assumption: they come with HTTP 200.
 */
public final class EndpointRules implements Rules {

  private static final int HTTP_OK = 200;

  private final List<App> apps;
  private final TenantTokens tokens;
  private final LongConnections connections;
  private final EventSettings settings;

  public EndpointRules(
      Collection<App> apps,
      TenantTokens tokens,
      LongConnections connections,
      EventSettings settings) {
    this.apps = List.copyOf(apps);
    this.tokens = tokens;
    this.connections = connections;
    this.settings = settings;
  }

  @Override
  public Reply answer(Call call) {
    String appId = text(call, "AppID");
    String secret = text(call, "AppSecret");
    App app =
        apps.stream()
            .filter(known -> known.id().equals(appId) && known.secret().equals(secret))
            .findAny()
            .orElseThrow(() -> refusal(EndpointCode.AUTH_FAILED));
    if (tokens.isDisabled(app)) {
      throw refusal(EndpointCode.FORBIDDEN);
    }
    if (connections.isFull(appId)) {
      throw refusal(EndpointCode.TOO_MANY_CONNECTIONS);
    }
    ObjectNode data = Reply.object().put("URL", connections.address(appId).toString());
    data.set("ClientConfig", settings.clientConfig().tree());
    return Reply.success(data);
  }

  private static Refusal refusal(EndpointCode why) {
    return new Refusal(Reply.error(HTTP_OK, why.code(), why.message()));
  }

  private static String text(Call call, String name) {
    return call.body() instanceof Body.Json json ? json.tree().path(name).asText("") : "";
  }
}
