package io.github.feishuhire.sandbox.event.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feishuhire.sandbox.http.Reply;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an Encrypt Key does to a request.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case">
 *     Feishu: Encrypt Key</a>
 */
final class Sealing {

  private static final int BLOCK = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String key;

  Sealing(String encryptKey) {
    this.key = encryptKey;
  }

  /** The body that has this one in it, readable by who knows the key. */
  byte[] encrypted(byte[] body) {
    byte[] iv = random();
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(sha256(key.getBytes(UTF_8)), "AES"),
          new IvParameterSpec(iv));
      var sealed = new ByteArrayOutputStream();
      sealed.writeBytes(iv);
      sealed.writeBytes(cipher.doFinal(body));
      String text = Base64.getEncoder().encodeToString(sealed.toByteArray());
      return Reply.object().put("encrypt", text).toString().getBytes(UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The headers that show who has sent a body. */
  Map<String, String> signature(byte[] body, long seconds) {
    String timestamp = Long.toString(seconds);
    String nonce = HexFormat.of().formatHex(random());
    var signed = new ByteArrayOutputStream();
    signed.writeBytes((timestamp + nonce + key).getBytes(UTF_8));
    signed.writeBytes(body);
    return Map.of(
        "X-Lark-Request-Timestamp",
        timestamp,
        "X-Lark-Request-Nonce",
        nonce,
        "X-Lark-Signature",
        HexFormat.of().formatHex(sha256(signed.toByteArray())));
  }

  private static byte[] random() {
    byte[] bytes = new byte[BLOCK];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
