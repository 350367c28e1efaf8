package io.github.feishuhire.event.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.event.EventListener;
import io.github.feishuhire.event.Inbox.Receipt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the vectors, and what is nearly as they are. */
final class WebhookTest implements EventListener {

  private static final WebhookKeys BOTH = new WebhookKeys(Vectors.KEY, Vectors.TOKEN);
  private static final WebhookKeys ONLY_KEY = new WebhookKeys(Vectors.KEY, null);
  private static final WebhookKeys ONLY_TOKEN = new WebhookKeys(null, Vectors.TOKEN);

  private final List<String> taken = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private Receipt receipt = Receipt.TAKEN;

  @Override
  public void refused(String connection, Refusal reason) {
    refusals.add(reason);
  }

  @Test
  void decryptsWhatTheDocumentationEncrypts() {
    assertThat(new EncryptKey(Vectors.KEY).decrypt(Vectors.HELLO_WORLD))
        .asString()
        .isEqualTo("hello world");
  }

  @Test
  void takesInAnEventThatIsSignedAndEncrypted() {
    assertThat(status(BOTH, Vectors.event())).isEqualTo(200);

    assertThat(taken).containsExactly(Vectors.PLAIN_EVENT);
    assertThat(refusals).isEmpty();
  }

  @Test
  void takesInAPlainEventWithTheToken() {
    assertThat(status(ONLY_TOKEN, Vectors.unsigned(Vectors.PLAIN_EVENT))).isEqualTo(200);

    assertThat(taken).containsExactly(Vectors.PLAIN_EVENT);
  }

  @Test
  void hasAnEventPushedAgainThatWasNotTaken() {
    receipt = Receipt.LATER;

    assertThat(status(BOTH, Vectors.event())).isEqualTo(503);
  }

  @Test
  void answersAnEncryptedChallenge() {
    var keys = new WebhookKeys(Vectors.KEY, Vectors.CHALLENGE_TOKEN);

    Webhook.Answer answer = webhook(keys).answer(Vectors.unsigned(Vectors.CHALLENGE));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"challenge\":\"ajls384kdjxxxx\"}");
    assertThat(taken).isEmpty();
  }

  @Test
  void answersAPlainChallenge() {
    String body =
        "{\"challenge\":\"a \\\"quote\\\"\",\"token\":\"%s\",\"type\":\"url_verification\"}"
            .formatted(Vectors.TOKEN);

    Webhook.Answer answer = webhook(ONLY_TOKEN).answer(Vectors.unsigned(body));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"challenge\":\"a \\\"quote\\\"\"}");
  }

  @Test
  void refusesAChallengeWithAnotherToken() {
    assertRefused(BOTH, Vectors.unsigned(Vectors.CHALLENGE), 401, Refusal.TOKEN);
  }

  @Test
  void refusesAThousandThatAreNearlyRight() {
    Random random = new Random(20261126);
    for (int i = 0; i < 1000; i++) {
      Delivery mutated = mutated(Vectors.event(), random);
      assertThat(status(ONLY_KEY, mutated)).as("mutation %s", i).isEqualTo(401);
    }

    assertThat(taken).isEmpty();
    assertThat(refusals).hasSize(1000).containsOnly(Refusal.SIGNATURE);
  }

  private static Delivery mutated(Delivery right, Random random) {
    int part = random.nextInt(6);
    return new Delivery(
        part == 0 ? mutated(right.timestamp(), random) : right.timestamp(),
        part == 1 ? mutated(right.nonce(), random) : right.nonce(),
        part == 2 ? mutated(right.signature(), random) : right.signature(),
        part > 2 ? ByteString.of(mutated(right.body().toByteArray(), random)) : right.body());
  }

  private static String mutated(String text, Random random) {
    return new String(mutated(text.getBytes(UTF_8), random), UTF_8);
  }

  /** One byte more, less or different. */
  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    byte other = (byte) (bytes[at] ^ (1 + random.nextInt(127)));
    return switch (random.nextInt(4)) {
      case 0 -> concat(bytes, at, new byte[] {other}, at);
      case 1 -> concat(bytes, at, new byte[0], at + 1);
      case 2 -> Arrays.copyOf(bytes, at);
      default -> concat(bytes, at, new byte[] {other}, at + 1);
    };
  }

  private static byte[] concat(byte[] bytes, int end, byte[] middle, int begin) {
    byte[] all = Arrays.copyOf(bytes, end + middle.length + bytes.length - begin);
    System.arraycopy(middle, 0, all, end, middle.length);
    System.arraycopy(bytes, begin, all, end + middle.length, bytes.length - begin);
    return all;
  }

  @Test
  void refusesAnEventThatIsNotSigned() {
    assertRefused(BOTH, Vectors.unsigned(Vectors.EVENT), 401, Refusal.SIGNATURE);
  }

  @Test
  void refusesWhatIsSignedWithAnotherKey() {
    assertRefused(new WebhookKeys("another key", null), Vectors.event(), 401, Refusal.SIGNATURE);
  }

  /** Or an answer would tell byte by byte what is encrypted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"encrypt\":\"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=\"}",
        "{\"encrypt\":\"P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghl=\"}",
        "{\"encrypt\":\"P37w\"}",
        "{\"encrypt\":\"not base64 !\"}",
        "{\"encrypt\":5}",
        "{}",
        "no JSON"
      })
  void refusesWhateverIsNotSignedForThatReason(String body) {
    assertRefused(BOTH, Vectors.unsigned(body), 401, Refusal.SIGNATURE);
  }

  @Test
  void refusesAnEventWithAnotherToken() {
    assertRefused(new WebhookKeys(Vectors.KEY, "another"), Vectors.event(), 401, Refusal.TOKEN);
    assertRefused(
        new WebhookKeys(null, "another"),
        Vectors.unsigned(Vectors.PLAIN_EVENT),
        401,
        Refusal.TOKEN);
  }

  @Test
  void refusesAnEventOfAnotherApp() {
    Webhook other = new Webhook("default", "cli_other", () -> BOTH, text -> receipt, List.of(this));

    assertThat(other.answer(Vectors.event()).status()).isEqualTo(401);
    assertThat(refusals).containsExactly(Refusal.APP_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no JSON",
        "[]",
        "{}",
        "{\"encrypt\":\"AAECAwQFBgcICQoLDA0ODzksK1XHDGhx\"}",
        "{\"schema\":\"2.0\",\"header\":{\"event_id\":\"\"},\"event\":{}}",
        "{\"header\":{\"event_id\":\"1\",\"event_type\":\"a\"},\"event\":{}} and more"
      })
  void refusesWhatIsNoEvent(String body) {
    assertRefused(ONLY_TOKEN, Vectors.unsigned(body), 400, Refusal.MALFORMED);
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String deep = "{\"a\":".repeat(100_000);

    assertRefused(ONLY_TOKEN, Vectors.unsigned(deep), 400, Refusal.MALFORMED);
  }

  @Test
  void takesKeysAsTheyAreNow() {
    List<WebhookKeys> now = new ArrayList<>(List.of(new WebhookKeys("old key", null)));
    Webhook webhook =
        new Webhook("default", Vectors.APP_ID, now::getFirst, text -> Receipt.TAKEN, List.of(this));
    assertThat(webhook.answer(Vectors.event()).status()).isEqualTo(401);

    now.set(0, BOTH);

    assertThat(webhook.answer(Vectors.event()).status()).isEqualTo(200);
  }

  @Test
  void isNotPrintedWithWhatItKeeps() {
    assertThat(BOTH + " " + Vectors.event())
        .doesNotContain(Vectors.KEY)
        .doesNotContain(Vectors.TOKEN)
        .doesNotContain(Vectors.SIGNATURE);
  }

  private void assertRefused(WebhookKeys keys, Delivery delivery, int status, Refusal reason) {
    Webhook.Answer answer = webhook(keys).answer(delivery);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(taken).isEmpty();
    assertThat(refusals).last().isEqualTo(reason);
  }

  private int status(WebhookKeys keys, Delivery delivery) {
    return webhook(keys).answer(delivery).status();
  }

  private Webhook webhook(WebhookKeys keys) {
    return new Webhook(
        "default",
        Vectors.APP_ID,
        () -> keys,
        text -> {
          taken.add(new String(text, UTF_8));
          return receipt;
        },
        List.of(this));
  }
}
