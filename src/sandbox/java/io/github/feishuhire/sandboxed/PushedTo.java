package io.github.feishuhire.sandboxed;

import io.github.feishuhire.sandbox.event.EventSettings;
import io.github.feishuhire.sandbox.event.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Where the sandbox pushes its events: to the connector in the way that its settings say, or to an
 * address that {@code sandbox.events.webhook} names.
 *
 * @param webhook null where they go over a long connection
 * @param repushes null for those of Feishu
 * @param secrets settings of the connector that were missing
 */
record PushedTo(
    @Nullable Webhook webhook, @Nullable List<Duration> repushes, Map<String, Object> secrets) {

  private static final String KEY = "feishu.events.encrypt-key";
  private static final String TOKEN = "feishu.events.verification-token";
  private static final String TOKEN_OF_ITS_OWN = "sandbox-token";

  static PushedTo of(Environment environment) {
    Binder binder = Binder.get(environment);
    List<Duration> repushes =
        binder.bind("sandbox.events.repush-after", Bindable.listOf(Duration.class)).orElse(null);
    URI address = binder.bind("sandbox.events.webhook", URI.class).orElse(null);
    boolean isOwn = address == null;
    if (isOwn) {
      if (!text(binder, "feishu.events.mode", "off").equals("webhook")) {
        return new PushedTo(null, repushes, Map.of());
      }
      int port = binder.bind("feishu.events.port", Integer.class).orElse(8082);
      address = URI.create("http://127.0.0.1:" + port + "/feishu/events");
    }
    String key = binder.bind(isOwn ? KEY : "sandbox.events.encrypt-key", String.class).orElse(null);
    String token = text(binder, isOwn ? TOKEN : "sandbox.events.verification-token", "");
    boolean isWithout = isOwn && key == null && token.isBlank();
    return new PushedTo(
        new Webhook(address, key, token.isBlank() ? TOKEN_OF_ITS_OWN : token),
        repushes,
        isWithout ? Map.of(TOKEN, TOKEN_OF_ITS_OWN) : Map.of());
  }

  private static String text(Binder binder, String name, String otherwise) {
    return binder.bind(name, String.class).orElse(otherwise).strip();
  }

  EventSettings settings(String appId) {
    EventSettings settings = EventSettings.DEFAULT;
    if (repushes != null) {
      settings = settings.withRepushes(repushes);
    }
    return webhook == null ? settings : settings.withWebhook(appId, webhook);
  }
}
