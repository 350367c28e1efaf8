package io.github.feishuhire.sandbox.delivery;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a delivery is for. Assumption: two deliveries are of the same talent when the first of these
 * that is given is equal: identification, e-mail, mobile, site user.
 */
record Candidate(String identity) {

  private static final Set<Integer> IDENTIFICATION_TYPES = Set.of(1, 2, 3, 4, 5, 6, 9);
  // The documentation's own sample has twelve digits after +86.
  private static final Pattern MOBILE = Pattern.compile("\\d{5,15}");
  private static final Pattern DIALLING_PREFIX = Pattern.compile("\\+\\d{1,4}");

  static Candidate of(Fields fields) {
    Optional<String> identification = fields.object("identification").flatMap(Candidate::number);
    Optional<String> email = fields.text("email").map(text -> "email " + text);
    String userId = fields.requiredText("user_id");
    return new Candidate(
        identification
            .or(() -> email)
            .or(() -> fields.text("mobile").map(text -> "mobile " + text))
            .orElse("user " + userId));
  }

  /** Assumption: a number may come without its prefix, and the other way round. */
  static void checkMobile(Fields fields) {
    boolean refused =
        fields.text("mobile").filter(text -> !MOBILE.matcher(text).matches()).isPresent()
            || fields
                .text("mobile_country_code")
                .filter(text -> !DIALLING_PREFIX.matcher(text).matches())
                .isPresent();
    if (refused) {
      throw new Refusal(ErrorCode.MOBILE_INVALID);
    }
  }

  private static Optional<String> number(Fields identification) {
    Optional<Integer> type = identification.integer("identification_type");
    if (type.filter(value -> !IDENTIFICATION_TYPES.contains(value)).isPresent()) {
      throw identification.refused("identification_type", "must be 1, 2, 3, 4, 5, 6 or 9");
    }
    return identification
        .text("identification_number")
        .map(number -> "identification " + type.orElse(0) + " " + number);
  }

  @Override
  public String toString() {
    return "Candidate";
  }
}
