package io.github.feishuhire.settings;

import io.github.feishuhire.api.App;
import io.github.feishuhire.settings.FeishuProperties.Connection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a connection is complete, and sends the app's secret nowhere by mistake. */
final class ConnectionCheck {

  private static final Set<String> FEISHU_HOSTS = Set.of("open.feishu.cn", "open.larksuite.com");

  private final List<String> otherHosts;

  /**
   * @param otherHosts that are meant, though they are not Feishu's
   */
  ConnectionCheck(List<String> otherHosts) {
    this.otherHosts = otherHosts;
  }

  /**
   * The app of a connection.
   *
   * @param prefix of the names of its settings
   * @throws InvalidSettingException when it cannot be used
   */
  App app(String prefix, Connection connection) {
    String id = present(prefix + ".app-id", connection.appId());
    String secret = present(prefix + ".app-secret", connection.appSecret());
    URI url = connection.baseUrl();
    boolean usable =
        "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isLoopback(url));
    if (!usable || url.getHost() == null) {
      throw new InvalidSettingException(
          setting(prefix + ".base-url")
              + " must be an https address such as "
              + FeishuProperties.FEISHU
              + "; plain http only to this machine.");
    }
    if (!FEISHU_HOSTS.contains(url.getHost())
        && !otherHosts.contains(url.getHost())
        && !isLoopback(url)) {
      throw new InvalidSettingException(
          setting(prefix + ".base-url")
              + " names a host that is not one of Feishu's. The app's secret would be sent there: if that is meant, name the host in feishu.other-hosts (FEISHU_OTHER_HOSTS) too.");
    }
    return new App(url, id, secret);
  }

  private static String present(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InvalidSettingException(
          setting(name)
              + " is missing. It is shown in the Feishu developer console, under the app's credentials.");
    }
    return value.strip();
  }

  private static String setting(String name) {
    String variable = name.replace("-", "_").replace(".", "_").toUpperCase(Locale.ROOT);
    return name + " (environment: " + variable + ")";
  }

  private static boolean isLoopback(URI url) {
    try {
      return url.getHost() != null && InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
