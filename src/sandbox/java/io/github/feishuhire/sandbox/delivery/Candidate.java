package io.github.feishuhire.sandbox.delivery;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.talent.Contact;
import io.github.feishuhire.sandbox.website.Location;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whom a delivery is for, and what they can be found by. Assumption: two deliveries are of the same
 * talent when the first of these that is given is equal: identification, e-mail, mobile, site user.
 */
record Candidate(String identity, Contact contact) {

  private static final Set<Integer> IDENTIFICATION_TYPES = Set.of(1, 2, 3, 4, 5, 6, 9);
  // The documentation's own sample has twelve digits after +86.
  private static final Predicate<String> MOBILE =
      Pattern.compile("\\+?(?:[ ()-]*\\d){5,15}").asMatchPredicate();
  private static final Predicate<String> DIALLING_PREFIX =
      Pattern.compile("\\+?\\d[\\d -]{0,7}").asMatchPredicate();

  /** Of the countries there are, where a resume in fields has a location code for a prefix. */
  private static final Map<String, String> PREFIXES = Map.of("CN_1", "86", "CN_2", "65");

  /**
   * The candidate of a delivery.
   *
   * @param fields that hold identification, e-mail and mobile
   */
  static Candidate of(Fields fields, String userId) {
    Optional<Fields> identification = fields.object("identification");
    Optional<String> email = fields.text("email");
    Optional<String> mobile = fields.text("mobile");
    return new Candidate(
        identification
            .flatMap(Candidate::number)
            .or(() -> email.map(text -> "email " + text))
            .or(() -> mobile.map(text -> "mobile " + text))
            .orElse("user " + userId),
        Contact.of(
            fields.text("mobile_country_code").map(code -> PREFIXES.getOrDefault(code, code)),
            mobile,
            email,
            identification.flatMap(one -> one.integer("identification_type")),
            identification.flatMap(one -> one.text("identification_number"))));
  }

  /**
   * Assumptions: a number may come without its prefix, and the other way round; the plus of the
   * documented {@code +86} may be missing, and signs between the digits do no harm.
   */
  static void checkMobile(Fields fields) {
    if (refused(fields, "mobile", MOBILE)
        || refused(fields, "mobile_country_code", DIALLING_PREFIX)) {
      throw new Refusal(ErrorCode.MOBILE_INVALID);
    }
  }

  /** As above, where a location code is documented in place of a prefix. */
  static void checkMobileOfResume(Fields fields) {
    if (refused(fields, "mobile", MOBILE)
        || refused(fields, "mobile_country_code", Location::mayBeCode)) {
      throw new Refusal(ErrorCode.MOBILE_INVALID);
    }
  }

  private static boolean refused(Fields fields, String name, Predicate<String> accepted) {
    return fields.text(name).filter(accepted.negate()).isPresent();
  }

  private static Optional<String> number(Fields identification) {
    Optional<Integer> type = identification.integer("identification_type");
    if (type.filter(value -> !IDENTIFICATION_TYPES.contains(value)).isPresent()) {
      throw identification.invalid("identification_type", "must be 1, 2, 3, 4, 5, 6 or 9");
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
