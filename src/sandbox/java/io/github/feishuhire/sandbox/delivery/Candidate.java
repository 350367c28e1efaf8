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
  private static final Pattern COUNTRY = Pattern.compile("CN_\\d+");

  /**
   * The candidate of a delivery.
   *
   * @param fields that hold identification, e-mail and mobile
   */
  static Candidate of(Fields fields, String userId) {
    Optional<String> identification = fields.object("identification").flatMap(Candidate::number);
    Optional<String> email = fields.text("email").map(text -> "email " + text);
    return new Candidate(
        identification
            .or(() -> email)
            .or(() -> fields.text("mobile").map(text -> "mobile " + text))
            .orElse("user " + userId));
  }

  /** Assumption: a number may come without its prefix, and the other way round. */
  static void checkMobile(Fields fields) {
    if (refused(fields, "mobile", MOBILE)
        || refused(fields, "mobile_country_code", DIALLING_PREFIX)) {
      throw new Refusal(ErrorCode.MOBILE_INVALID);
    }
  }

  /** As above, where a location code is documented in place of a prefix. */
  static void checkMobileOfResume(Fields fields) {
    if (refused(fields, "mobile", MOBILE) || refused(fields, "mobile_country_code", COUNTRY)) {
      throw new Refusal(ErrorCode.MOBILE_INVALID);
    }
  }

  private static boolean refused(Fields fields, String name, Pattern form) {
    return fields.text(name).filter(text -> !form.matcher(text).matches()).isPresent();
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
