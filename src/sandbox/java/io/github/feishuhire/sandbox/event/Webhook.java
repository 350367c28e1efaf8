package io.github.feishuhire.sandbox.event;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The address an app has its events pushed to.
 *
 * @param encryptKey signs and encrypts; null for neither
 * @param verificationToken stands in each event
 */
public record Webhook(URI address, @Nullable String encryptKey, String verificationToken) {

  @Override
  public String toString() {
    return "Webhook[" + address + "]";
  }
}
