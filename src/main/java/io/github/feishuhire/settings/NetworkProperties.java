package io.github.feishuhire.settings;

import io.github.feishuhire.network.Egress;
import io.github.feishuhire.network.WebProxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * How Feishu is reached, where that differs from how Camunda is.
 *
 * @param proxy for Feishu alone; Camunda's traffic does not go through it
 * @param ssl whom to trust on the way to Feishu
 */
@ConfigurationProperties("feishu")
public record NetworkProperties(@DefaultValue Proxy proxy, @DefaultValue Ssl ssl) {

  private static final int HIGHEST_PORT = 65535;

  /**
   * A proxy that connects to hosts (CONNECT).
   *
   * @param username that it asks for
   * @param password that it asks for
   * @param noProxy names of hosts that are reached without it
   */
  public record Proxy(
      @Nullable String host,
      @Nullable Integer port,
      @Nullable String username,
      @Nullable String password,
      @DefaultValue List<String> noProxy) {

    public Proxy {
      noProxy = noProxy.stream().map(String::strip).toList();
    }

    @Override
    public String toString() {
      return "Proxy[" + host + ":" + port + "]";
    }

    private @Nullable WebProxy proxy() {
      String name = present(host);
      if (name == null) {
        require(
            port == null && present(username) == null && present(password) == null,
            "feishu.proxy.host (FEISHU_PROXY_HOST) is missing, though other settings of the proxy are there: write the name of its host, such as proxy.example.com.");
        return null;
      }
      require(
          name.matches("[A-Za-z0-9._-]+|[0-9A-Fa-f:]+"),
          "feishu.proxy.host (FEISHU_PROXY_HOST) must be the name of a host, such as proxy.example.com: no http://, and the port in feishu.proxy.port.");
      require(
          port != null && port > 0 && port <= HIGHEST_PORT,
          "feishu.proxy.port (FEISHU_PROXY_PORT) must be the port of the proxy, such as 3128.");
      return new WebProxy(name, port == null ? 0 : port, credentials(), noProxy);
    }

    private WebProxy.@Nullable Credentials credentials() {
      String name = present(username);
      String word = present(password);
      require(
          (name == null) == (word == null),
          "feishu.proxy.username (FEISHU_PROXY_USERNAME) and feishu.proxy.password (FEISHU_PROXY_PASSWORD) belong together: set both, or neither.");
      return name == null || word == null ? null : new WebProxy.Credentials(name, word);
    }
  }

  /**
   * TLS on the way to Feishu.
   *
   * @param bundle the name of one below {@code spring.ssl.bundle}
   */
  public record Ssl(@Nullable String bundle) {}

  /**
   * What is said in an environment.
   *
   * @throws InvalidSettingException when it cannot be used
   */
  public static Egress egress(Environment environment) {
    NetworkProperties settings =
        Binder.get(environment).bindOrCreate("feishu", NetworkProperties.class);
    WebProxy proxy = settings.proxy().proxy();
    String bundle = present(settings.ssl().bundle());
    return new Egress(proxy, bundle == null ? null : NamedBundle.trust(environment, bundle));
  }

  private static @Nullable String present(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new InvalidSettingException(otherwise);
    }
  }
}
