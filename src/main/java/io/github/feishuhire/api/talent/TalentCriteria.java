package io.github.feishuhire.api.talent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what talents are looked for: by one thing at a time, because Feishu gives only those who meet
 * everything that is asked for.
 */
public record TalentCriteria(
    @Nullable String mobileCode,
    @Nullable List<String> mobileNumberList,
    @Nullable List<String> emailList,
    @Nullable Integer identificationType,
    @Nullable List<String> identificationNumberList) {

  /**
   * By a mobile number.
   *
   * @param code the dialling prefix, digits only
   * @param number digits only
   */
  public static TalentCriteria mobile(String code, String number) {
    return new TalentCriteria(code, List.of(number), null, null, null);
  }

  public static TalentCriteria email(String email) {
    return new TalentCriteria(null, null, List.of(email), null, null);
  }

  /** By an identity document. */
  public static TalentCriteria identification(int type, String number) {
    return new TalentCriteria(null, null, null, type, List.of(number));
  }

  /** What it holds is a candidate's. */
  @Override
  public String toString() {
    return "TalentCriteria";
  }
}
