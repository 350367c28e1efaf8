package io.github.feishuhire.worker.delivery;

import static io.github.feishuhire.worker.catalogue.CommonInputs.EMAIL;
import static io.github.feishuhire.worker.catalogue.CommonInputs.MOBILE;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.delivery.Identification;
import io.github.feishuhire.api.talent.TalentCriteria;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who a delivery is of, as far as the task was told; Feishu may have read more in the resume.
 *
 * @param diallingPrefix such as {@code +86}
 */
record Candidate(
    @Nullable String diallingPrefix,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable Identification identification) {

  /** The name of the input of both submissions. */
  static final String IDENTIFICATION = "identification";

  /** What Feishu takes where nobody says otherwise. */
  private static final String CHINA = "86";

  private static final String CHINA_AS_LOCATION = "CN_1";

  /** Of a structured resume, whose mobile number has a location code: that of China alone tells. */
  static Candidate of(JsonNode basicInfo) {
    String location = basicInfo.path("mobile_country_code").asText(CHINA_AS_LOCATION);
    JsonNode document = basicInfo.path(IDENTIFICATION);
    JsonNode type = document.path("identification_type");
    return new Candidate(
        CHINA,
        location.equals(CHINA_AS_LOCATION) ? text(basicInfo.path("mobile")) : null,
        text(basicInfo.path("email")),
        new Identification(
            type.isInt() ? type.intValue() : null, text(document.path("identification_number"))));
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  /** By each thing that says who it is, with the name of the input. */
  Map<String, TalentCriteria> criteria() {
    Map<String, TalentCriteria> all = new LinkedHashMap<>();
    if (mobile != null) {
      String prefix = Objects.requireNonNullElse(diallingPrefix, CHINA);
      all.put(MOBILE.name(), TalentCriteria.mobile(digits(prefix), digits(mobile)));
    }
    if (email != null) {
      all.put(EMAIL.name(), TalentCriteria.email(email));
    }
    if (identification != null) {
      Integer type = identification.identificationType();
      String number = identification.identificationNumber();
      if (type != null && number != null) {
        all.put(IDENTIFICATION, TalentCriteria.identification(type, number));
      }
    }
    return all;
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  @Override
  public String toString() {
    return "Candidate[]";
  }
}
