package io.github.feishuhire.event.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The Encrypt Key of an app: AES-256-CBC under its SHA-256, and a signature over the encrypted
 * body.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case">
 *     Feishu: Encrypt Key</a>
 */
final class EncryptKey {

  private static final int BLOCK = 16;

  private final byte[] key;

  EncryptKey(String key) {
    this.key = key.getBytes(UTF_8);
  }

  /** Whether the signature is the right one; takes as long for any that is not. */
  boolean hasSigned(Delivery delivery) {
    MessageDigest digest = sha256();
    digest.update(delivery.timestamp().getBytes(UTF_8));
    digest.update(delivery.nonce().getBytes(UTF_8));
    digest.update(key);
    String right = HexFormat.of().formatHex(digest.digest(delivery.body().toByteArray()));
    return MessageDigest.isEqual(right.getBytes(UTF_8), delivery.signature().getBytes(UTF_8));
  }

  /** Null for what was not encrypted with this key. */
  byte @Nullable [] decrypt(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (bytes.length < 2 * BLOCK) {
        return null;
      }
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding"); // as Java calls PKCS7
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(sha256().digest(key), "AES"),
          new IvParameterSpec(Arrays.copyOf(bytes, BLOCK)));
      return cipher.doFinal(bytes, BLOCK, bytes.length - BLOCK);
    } catch (IllegalArgumentException | GeneralSecurityException e) {
      return null;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JVM has it
    }
  }
}
