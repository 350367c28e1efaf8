package io.github.feishuhire.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Feishu as a webhook sees it: encrypts, signs and pushes. */
final class FeishuPush implements AutoCloseable {

  static final String ENCRYPT_KEY = "k-Enc7ypt";
  static final String TOKEN = "t-Ver1fication";

  private static final MediaType JSON = MediaType.get("application/json;charset=utf-8");
  private static final byte[] IV = "0123456789abcdef".getBytes(UTF_8);
  private static final String TIMESTAMP = "1800000000";
  private static final String NONCE = "4711";

  /** What was answered. */
  record Answer(int status, String body) {}

  private final String address;
  private final OkHttpClient http = new OkHttpClient();

  FeishuPush(int port) {
    this.address = "http://127.0.0.1:" + port;
  }

  /** An event of this type. */
  static String event(String id, String type, String appId, String event) {
    return """
    {"schema":"2.0","header":{"event_id":"%s","event_type":"%s","create_time":"%d",\
    "token":"%s","app_id":"%s","tenant_key":"2ca1d211f64f6438"},"event":%s}"""
        .formatted(id, type, System.currentTimeMillis(), TOKEN, appId, event);
  }

  /** Encrypted and signed. */
  Answer push(String path, String event) {
    String body = encrypted(event);
    return post(path, body, signature(body));
  }

  Answer post(String path, String body, String signature) {
    return call(
        new Request.Builder()
            .url(address + path)
            .header("X-Lark-Request-Timestamp", TIMESTAMP)
            .header("X-Lark-Request-Nonce", NONCE)
            .header("X-Lark-Signature", signature)
            .post(RequestBody.create(body.getBytes(UTF_8), JSON))
            .build());
  }

  /** As Feishu asks whether the address is the app's. */
  Answer unsigned(String path, String body) {
    return call(
        new Request.Builder()
            .url(address + path)
            .post(RequestBody.create(body.getBytes(UTF_8), JSON))
            .build());
  }

  Answer get(String path) {
    return call(new Request.Builder().url(address + path).build());
  }

  private Answer call(Request request) {
    try (Response response = http.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String encrypted(String plain) {
    try {
      byte[] key = MessageDigest.getInstance("SHA-256").digest(ENCRYPT_KEY.getBytes(UTF_8));
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(IV));
      byte[] text = cipher.doFinal(plain.getBytes(UTF_8));
      byte[] all = Arrays.copyOf(IV, IV.length + text.length);
      System.arraycopy(text, 0, all, IV.length, text.length);
      return "{\"encrypt\":\"" + Base64.getEncoder().encodeToString(all) + "\"}";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String signature(String body) {
    try {
      byte[] signed = (TIMESTAMP + NONCE + ENCRYPT_KEY + body).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
