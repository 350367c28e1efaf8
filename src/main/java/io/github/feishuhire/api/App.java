package io.github.feishuhire.api;

import java.net.URI;
import java.util.function.Supplier;

/**
 * A custom app of a Feishu tenant and where its API is reached.
 *
 * @param baseUrl scheme, host and port, such as {@code https://open.feishu.cn}; what follows is
 *     added by the client
 * @param appId such as {@code cli_a1b2c3d4e5f6}
 * @param appSecret asked for each time a token is fetched, so that it may change; never printed
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal">
 *     Feishu: tenant_access_token of a custom app</a>
 */
public record App(URI baseUrl, String appId, Supplier<String> appSecret) {

  /** Two of the same value are equal. */
  private record Unchanging(String value) implements Supplier<String> {
    @Override
    public String get() {
      return value;
    }

    @Override
    public String toString() {
      return "Unchanging[]";
    }
  }

  /** With a secret that stays the same. */
  public App(URI baseUrl, String appId, String appSecret) {
    this(baseUrl, appId, new Unchanging(appSecret));
  }

  @Override
  public String toString() {
    return "App[" + baseUrl + ", " + appId + "]";
  }
}
