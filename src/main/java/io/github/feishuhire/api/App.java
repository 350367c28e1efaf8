package io.github.feishuhire.api;

import java.net.URI;

/**
 * A custom app of a Feishu tenant and where its API is reached.
 *
 * @param baseUrl scheme, host and port, such as {@code https://open.feishu.cn}; what follows is
 *     added by the client
 * @param appId such as {@code cli_a1b2c3d4e5f6}
 * @param appSecret never printed
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal">
 *     Feishu: tenant_access_token of a custom app</a>
 */
public record App(URI baseUrl, String appId, String appSecret) {

  @Override
  public String toString() {
    return "App[" + baseUrl + ", " + appId + "]";
  }
}
