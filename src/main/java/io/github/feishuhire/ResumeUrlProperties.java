package io.github.feishuhire;

import io.github.feishuhire.FeishuProperties.InvalidSettingException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where resumes may be fetched from besides Camunda.
 *
 * @param allowedHosts web servers by name, or by name and port; none by default
 */
@ConfigurationProperties("feishu.resume-urls")
public record ResumeUrlProperties(@DefaultValue List<String> allowedHosts) {

  /** A name in a public zone; an IP address would say nothing about who is there. */
  private static final Pattern HOST =
      Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

  public ResumeUrlProperties {
    allowedHosts = allowedHosts.stream().map(String::strip).toList();
  }

  /**
   * The hosts, each of which can be one.
   *
   * @throws InvalidSettingException when one of them cannot
   */
  List<String> checkedHosts() {
    if (!allowedHosts.stream().allMatch(host -> HOST.matcher(host).matches())) {
      throw new InvalidSettingException(
          "feishu.resume-urls.allowed-hosts (environment: FEISHU_RESUME_URLS_ALLOWED_HOSTS) must be"
              + " names of hosts such as files.example.com, with a comma between them; no IP"
              + " addresses, no https://, no *.");
    }
    return allowedHosts;
  }
}
