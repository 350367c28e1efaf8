package io.github.feishuhire.network;

import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates are good, and what is shown to those who ask for one.
 *
 * @param judge the one that the context has, too
 */
public record Trust(SSLContext context, X509TrustManager judge) {

  /**
   * Takes the first that judges certificates.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Trust of(SSLContext context, TrustManager... managers) {
    return Stream.of(managers)
        .filter(X509TrustManager.class::isInstance)
        .map(X509TrustManager.class::cast)
        .findFirst()
        .map(judge -> new Trust(context, judge))
        .orElseThrow(() -> new IllegalArgumentException("nothing judges certificates"));
  }
}
