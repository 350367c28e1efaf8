package io.github.feishuhire.event.webhook;

import org.jspecify.annotations.Nullable;

/**
 * By what it is known that something comes from Feishu. One of them has to be there.
 *
 * @param encryptKey with it events are signed and encrypted; null where the app has none
 * @param verificationToken stands in each event; null where it is not looked at
 */
public record WebhookKeys(@Nullable String encryptKey, @Nullable String verificationToken) {

  @Override
  public String toString() {
    return "WebhookKeys[]";
  }
}
