package io.github.feishuhire.event.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.event.Envelope;
import io.github.feishuhire.event.EventListener;
import io.github.feishuhire.event.EventListener.Refusal;
import io.github.feishuhire.event.Inbox;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request URL of one app: lets nothing through that is not Feishu's, and tells whoever else
 * asks nothing but a status.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/request-url-configuration-case">
 *     Feishu: sending events to a server</a>
 */
public final class Webhook {

  private static final String ENCRYPTED = "encrypt";

  /** What is answered; without a body unless it says something to Feishu. */
  record Answer(int status, String body) {
    private static final Answer TAKEN = new Answer(200, "{}");
    private static final Answer LATER = new Answer(503, "");

    static Answer refused(Refusal reason) {
      int status =
          switch (reason) {
            case SIGNATURE, TOKEN, APP_ID -> 401;
            case MALFORMED -> 400;
            case TOO_LARGE -> 413;
          };
      return new Answer(status, "");
    }
  }

  private static final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final Refusal reason;

    private RefusedException(Refusal reason) {
      super(null, null, false, false);
      this.reason = reason;
    }
  }

  private final String connection;
  private final String appId;
  private final Supplier<WebhookKeys> keys;
  private final Inbox inbox;
  private final List<EventListener> listeners;

  /**
   * @param keys asked for with each request, so that they may change
   * @param inbox of the same connection
   */
  public Webhook(
      String connection,
      String appId,
      Supplier<WebhookKeys> keys,
      Inbox inbox,
      List<EventListener> listeners) {
    this.connection = connection;
    this.appId = appId;
    this.keys = keys;
    this.inbox = inbox;
    this.listeners = List.copyOf(listeners);
  }

  Answer answer(Delivery delivery) {
    try {
      return admitted(delivery);
    } catch (RefusedException e) {
      return refuse(e.reason);
    }
  }

  /** Counts what is refused. */
  Answer refuse(Refusal reason) {
    listeners.forEach(one -> one.refused(connection, reason));
    return Answer.refused(reason);
  }

  private Answer admitted(Delivery delivery) throws RefusedException {
    WebhookKeys now = keys.get();
    String key = now.encryptKey();
    byte[] plain =
        key == null ? delivery.body().toByteArray() : decrypted(delivery, new EncryptKey(key));
    JsonNode object = Envelope.object(plain);
    if (object == null) {
      throw refused(delivery, key);
    }
    if (object.path("type").asText().equals("url_verification")) {
      demand(isRight(object.path("token").asText(), now), Refusal.TOKEN);
      return challenge(object.path("challenge"));
    }
    // Only the check of the address comes without a signature.
    demand(key == null || delivery.isSigned(), Refusal.SIGNATURE);
    Envelope envelope = Envelope.of(object);
    if (envelope == null) {
      throw refused(delivery, key);
    }
    demand(isRight(envelope.token(), now), Refusal.TOKEN);
    demand(envelope.appId().equals(appId), Refusal.APP_ID);
    return switch (inbox.receive(plain)) {
      case TAKEN -> Answer.TAKEN;
      case LATER -> Answer.LATER;
    };
  }

  private static byte[] decrypted(Delivery delivery, EncryptKey key) throws RefusedException {
    demand(!delivery.isSigned() || key.hasSigned(delivery), Refusal.SIGNATURE);
    JsonNode object = Envelope.object(delivery.body().toByteArray());
    byte[] plain =
        object == null || !object.path(ENCRYPTED).isTextual()
            ? null
            : key.decrypt(object.path(ENCRYPTED).asText());
    if (plain == null) {
      throw new RefusedException(delivery.isSigned() ? Refusal.MALFORMED : Refusal.SIGNATURE);
    }
    return plain;
  }

  /**
   * What is not signed is always refused for that: told apart, what cannot be decrypted and what
   * cannot be read would give away what is encrypted, byte by byte.
   */
  private static RefusedException refused(Delivery delivery, @Nullable String key) {
    return new RefusedException(
        key == null || delivery.isSigned() ? Refusal.MALFORMED : Refusal.SIGNATURE);
  }

  private static Answer challenge(JsonNode challenge) {
    JsonNode echo = JsonNodeFactory.instance.objectNode().set("challenge", challenge);
    return new Answer(200, echo.toString());
  }

  private static boolean isRight(String token, WebhookKeys keys) {
    String right = keys.verificationToken();
    return right == null || MessageDigest.isEqual(right.getBytes(UTF_8), token.getBytes(UTF_8));
  }

  private static void demand(boolean isMet, Refusal otherwise) throws RefusedException {
    if (!isMet) {
      throw new RefusedException(otherwise);
    }
  }
}
