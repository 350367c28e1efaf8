package io.github.feishuhire.settings;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.words.Language;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of the connector. Those of Camunda are {@code camunda.client.*}, as its starter
 * documents them.
 *
 * @param baseUrl of the default connection; plain http only to this machine
 * @param appId of the default connection
 * @param appSecret of the default connection
 * @param tenants of Camunda that may use the default connection; empty for all
 * @param processes BPMN process ids that may use the default connection; empty for all
 * @param otherHosts that a base URL may name besides Feishu's own, such as a proxy's
 * @param connections further apps, by the names tasks use
 * @param replicas workers that share the same apps, and so their limits
 * @param quota the part of Feishu's limits that is used
 * @param language of incidents, errors and what the command doctor says
 */
@ConfigurationProperties("feishu")
public record FeishuProperties(
    @DefaultValue(FeishuProperties.FEISHU) URI baseUrl,
    @Nullable String appId,
    @Nullable String appSecret,
    @DefaultValue List<String> tenants,
    @DefaultValue List<String> processes,
    @DefaultValue List<String> otherHosts,
    @DefaultValue Map<String, Connection> connections,
    @DefaultValue("1") int replicas,
    @DefaultValue Quota quota,
    @DefaultValue("en") String language) {

  static final String FEISHU = "https://open.feishu.cn";

  static final String DEFAULT = "default";

  /**
   * One Feishu app.
   *
   * @param tenants of Camunda that may use it; empty for all
   * @param processes BPMN process ids that may use it; empty for all
   */
  public record Connection(
      @DefaultValue(FEISHU) URI baseUrl,
      @Nullable String appId,
      @Nullable String appSecret,
      @DefaultValue List<String> tenants,
      @DefaultValue List<String> processes) {

    public Connection {
      tenants = stripped(tenants);
      processes = stripped(processes);
    }

    @Override
    public String toString() {
      return "Connection[" + baseUrl + "]";
    }
  }

  /**
   * Parts of Feishu's limits; more than 1 only where Feishu has raised them for the app.
   *
   * @param perSecond of limits on a second
   * @param perMinute of limits on a minute
   */
  public record Quota(
      @DefaultValue("0.9") double perSecond, @DefaultValue("0.95") double perMinute) {

    boolean isPossible() {
      return perSecond > 0 && perSecond <= 100 && perMinute > 0 && perMinute <= 100;
    }
  }

  public FeishuProperties {
    tenants = stripped(tenants);
    processes = stripped(processes);
    otherHosts = List.copyOf(otherHosts);
    connections = Map.copyOf(connections);
  }

  /** With blanks in it, a list would be for nobody, and an empty one for everybody. */
  private static List<String> stripped(List<String> ids) {
    return ids.stream().map(String::strip).toList();
  }

  /** The connections by the names tasks use; the default one first. */
  public Map<String, Connection> all() {
    Map<String, Connection> all = new LinkedHashMap<>();
    all.put(DEFAULT, new Connection(baseUrl, appId, appSecret, tenants, processes));
    all.putAll(connections);
    return all;
  }

  /**
   * The apps by the names tasks use; the default one first.
   *
   * @throws InvalidSettingException when one of them cannot be used
   */
  public Map<String, App> apps() {
    if (replicas < 1) {
      throw new InvalidSettingException("feishu.replicas (FEISHU_REPLICAS) must be at least 1.");
    }
    if (!quota.isPossible()) {
      throw new InvalidSettingException(
          "feishu.quota.per-second (FEISHU_QUOTA_PER_SECOND) and feishu.quota.per-minute (FEISHU_QUOTA_PER_MINUTE)"
              + " must be above 0 and at most 100, such as 0.9.");
    }
    if (connections.containsKey(DEFAULT)) {
      throw new InvalidSettingException(
          "feishu.connections.default is the connection of feishu.app-id itself: give this one another name.");
    }
    ConnectionCheck check = new ConnectionCheck(otherHosts);
    Map<String, App> apps = new LinkedHashMap<>();
    all().forEach((name, one) -> apps.put(name, check.app(prefix(name), one)));
    return apps;
  }

  /** Of the names of the settings of a connection. */
  static String prefix(String connection) {
    return connection.equals(DEFAULT) ? "feishu" : "feishu.connections." + connection;
  }

  /** What this worker may use of the limits of each app. */
  public QuotaShare quotaShare() {
    return new QuotaShare(quota.perSecond(), quota.perMinute(), replicas);
  }

  /**
   * The language in which a person reads what went wrong.
   *
   * @throws InvalidSettingException when there are no texts in it
   */
  public Language words() {
    return Language.of(language.strip())
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "feishu.language (FEISHU_LANGUAGE) must be en or zh-CN."));
  }

  @Override
  public String toString() {
    return "FeishuProperties["
        + baseUrl
        + ", connections "
        + connections.keySet()
        + ", replicas "
        + replicas
        + ", language "
        + language
        + "]";
  }
}
