package io.github.feishuhire.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Values that are nowhere else in the world, and the search for them. */
final class Canaries {

  static final String SECRET = "CnrySecretQ7xk";
  static final String WRONG_SECRET = "CnryWrongSecretQ7xk";
  static final String NAME = "CnryNameQ7xk";
  static final String MOBILE = "19970413589";
  static final String EMAIL = "cnryq7xk@example.com";
  static final String NUMBER = "CNRYQ7XK1002003";
  static final String FILE = "CnryFileQ7xk";
  static final String CONTENT = "CnryContentQ7xk";
  static final String EXTERNAL_ID = "CnryExternalQ7xk";
  static final String QUERY = "CnryQueryQ7xk";

  private final Set<String> forms = new LinkedHashSet<>();

  Canaries() {
    Stream.of(SECRET, WRONG_SECRET, NAME, MOBILE, EMAIL, NUMBER, FILE, CONTENT, EXTERNAL_ID, QUERY)
        .forEach(this::lookFor);
  }

  /** In any of the forms in which programs write down what they send. */
  void lookFor(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(bytes);
    forms.add(value);
    forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    for (int shift = 0; shift < 3; shift++) { // base64 of a text looks different at each third byte
      byte[] shifted = ("x".repeat(shift) + value).getBytes(StandardCharsets.UTF_8);
      String base64 = Base64.getEncoder().encodeToString(shifted);
      forms.add(base64.substring(shift == 0 ? 0 : 4, base64.length() - 4));
    }
  }

  /** Those that occur in the text. */
  List<String> in(String text) {
    return forms.stream().filter(text::contains).toList();
  }

  /** Where they were found, by the name of the place; empty when all is well. */
  List<String> in(Map<String, String> texts) {
    return texts.entrySet().stream()
        .filter(text -> !in(text.getValue()).isEmpty())
        .map(text -> text.getKey() + " holds " + in(text.getValue()))
        .toList();
  }
}
