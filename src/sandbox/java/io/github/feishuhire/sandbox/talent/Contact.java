package io.github.feishuhire.sandbox.talent;

import java.util.Optional;

/**
 * What a talent can be found by, as far as it is known.
 *
 * @param mobileCode the dialling prefix, digits only
 * @param mobileNumber digits only
 */
public record Contact(
    Optional<String> mobileCode,
    Optional<String> mobileNumber,
    Optional<String> email,
    Optional<Integer> identificationType,
    Optional<String> identificationNumber) {

  /** The documented prefix where none is given. */
  static final String USUAL_CODE = "86";

  /** Prefix and number as anybody may write them. */
  public static Contact of(
      Optional<String> mobileCode,
      Optional<String> mobileNumber,
      Optional<String> email,
      Optional<Integer> identificationType,
      Optional<String> identificationNumber) {
    return new Contact(
        mobileNumber.map(
            number ->
                mobileCode.map(Contact::digits).filter(code -> !code.isEmpty()).orElse(USUAL_CODE)),
        mobileNumber.map(Contact::digits),
        email,
        identificationType,
        identificationNumber);
  }

  /** The newer one, filled up with what was known before. */
  Contact or(Contact older) {
    boolean mobile = mobileNumber.isPresent();
    boolean identified = identificationNumber.isPresent();
    return new Contact(
        mobile ? mobileCode : older.mobileCode,
        mobile ? mobileNumber : older.mobileNumber,
        email.or(() -> older.email),
        identified ? identificationType : older.identificationType,
        identified ? identificationNumber : older.identificationNumber);
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  @Override
  public String toString() {
    return "Contact";
  }
}
