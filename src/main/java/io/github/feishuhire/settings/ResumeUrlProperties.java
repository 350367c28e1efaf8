package io.github.feishuhire.settings;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where resumes may be fetched from besides Camunda.
 *
 * @param allowedHosts web servers by name, or by name and port; none by default
 * @param useProxy whether they are reached through the proxy that Feishu is reached through
 */
@ConfigurationProperties("feishu.resume-urls")
public record ResumeUrlProperties(
    @DefaultValue List<String> allowedHosts, @DefaultValue("false") boolean useProxy) {

  /** A name in a public zone; an IP address would say nothing about who is there. */
  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9-]{1,63}\\.)+[a-z][a-z0-9-]{0,62}(:(?<port>[0-9]{1,5}))?",
          Pattern.CASE_INSENSITIVE);

  private static final int HIGHEST_PORT = 65535;

  public ResumeUrlProperties {
    allowedHosts = allowedHosts.stream().map(String::strip).toList();
  }

  /**
   * The hosts, each of which can be one.
   *
   * @throws InvalidSettingException when one of them cannot
   */
  public List<String> checkedHosts() {
    if (!allowedHosts.stream().allMatch(ResumeUrlProperties::isHost)) {
      throw new InvalidSettingException(
          "feishu.resume-urls.allowed-hosts (environment: FEISHU_RESUME_URLS_ALLOWED_HOSTS) must be"
              + " names of hosts such as files.example.com, with a comma between them; no IP"
              + " addresses, no https://, no *.");
    }
    return allowedHosts;
  }

  private static boolean isHost(String text) {
    Matcher host = HOST.matcher(text);
    if (!host.matches()) {
      return false;
    }
    String port = host.group("port");
    return port == null || (!port.matches("0+") && Integer.parseInt(port) <= HIGHEST_PORT);
  }
}
