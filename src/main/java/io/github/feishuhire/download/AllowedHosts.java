package io.github.feishuhire.download;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The hosts from which files may be fetched. The address that is judged here, read by the same
 * parser, is the one that is fetched; so no second reading of it can lead elsewhere.
 */
final class AllowedHosts {

  private final Set<String> hosts;

  /**
   * Allows each of these and none of their subdomains.
   *
   * @param hosts {@code name} or {@code name:port}
   */
  AllowedHosts(Collection<String> hosts) {
    this.hosts =
        hosts.stream()
            .map(host -> key(Objects.requireNonNull(HttpUrl.get("https://" + host))))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Reads an address.
   *
   * @throws DownloadException when it may not be fetched
   */
  HttpUrl permit(String address) {
    @Nullable HttpUrl url = HttpUrl.parse(address);
    boolean permitted =
        url != null
            && url.isHttps()
            && url.username().isEmpty()
            && url.password().isEmpty()
            && hosts.contains(key(url));
    if (url == null || !permitted) {
      throw new DownloadException(DownloadException.Reason.NOT_ALLOWED);
    }
    return url;
  }

  private static String key(HttpUrl url) {
    return url.host() + ":" + url.port();
  }
}
