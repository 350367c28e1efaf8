package io.github.feishuhire.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who applies.
 *
 * @param story what is special about this application: a key of the demo's words
 * @param ending the element with which the process ends, or in which it stops with an incident
 * @param steps elements the process must pass on the way there
 */
public record Candidate(
    String name, String story, Map<String, Object> differences, List<String> steps, String ending) {

  private static final String DELIVERED = "candidateDelivered";
  private static final String ONBOARDED = "onboarded";

  /** A job post of the sandbox that makes something happen; docs/designers.md lists them. */
  private static Map<String, Object> jobPost(int number) {
    return Map.of("job_post_id", "7%018d".formatted(number));
  }

  /** Ten candidates; the last one applies again when the others are done. */
  static List<Candidate> all() {
    return List.of(
        new Candidate("张伟", "allIsWell", Map.of(), List.of(), DELIVERED),
        new Candidate(
            "Emma Wilson",
            "firstDay",
            Map.of("preferred_city_code", "CT_2"),
            List.of("stageChanged", "awaitOffer", "moveToStage", "createNote", "moveHeard"),
            ONBOARDED),
        new Candidate(
            "王芳",
            "wrongMobile",
            Map.of("mobile", "12"),
            List.of("invalidMobile", "correctMobile"),
            DELIVERED),
        new Candidate(
            "Liam O'Brien",
            "unknownCity",
            Map.of("preferred_city_code", "CT_404"),
            List.of("cityNotFound", "correctCity"),
            DELIVERED),
        new Candidate(
            "陈杰",
            "deliveryFails",
            jobPost(3),
            List.of("deliveryFailed", "handleFailure"),
            "candidateNotDelivered"),
        new Candidate("Sofia Rossi", "throttled", jobPost(429), List.of(), DELIVERED),
        new Candidate("赵敏", "tokenRevoked", jobPost(401), List.of(), DELIVERED),
        new Candidate(
            "Noah Müller",
            "emptyResume",
            Map.of("resume", Map.of("file_name", "empty.pdf", "content_base64", "")),
            List.of("resumeUnreadable", "askForResume"),
            DELIVERED),
        new Candidate("周涛", "breaksDown", jobPost(200500), List.of(), "submitDelivery"),
        new Candidate(
            "张伟", "secondTime", Map.of(), List.of("duplicateApplication"), "alreadyApplied"));
  }

  /** The same ten, each through the hiring process alone. */
  public static List<Candidate> untilDelivered() {
    return all().stream().map(Candidate::untilDelivery).toList();
  }

  private Candidate untilDelivery() {
    return ending.equals(ONBOARDED)
        ? new Candidate(name, "allIsWell", differences, List.of(), DELIVERED)
        : this;
  }

  /** The id of the English edition. */
  String process() {
    return ending.equals(ONBOARDED) ? "hire-to-onboarding" : "hire-candidate";
  }

  boolean isRepeated() {
    return ending.equals("alreadyApplied");
  }

  /**
   * What the start form of the process would give.
   *
   * @param round somebody who comes once more is somebody else to Feishu
   */
  public Map<String, Object> variables(int round) {
    String id = Integer.toHexString(name.hashCode()) + (round == 0 ? "" : "-" + round);
    Map<String, Object> variables =
        new HashMap<>(
            Map.of(
                "website_id", "7047318856652261676",
                "job_post_id", "6960663240925956636",
                "external_id", "demo-" + id,
                "name", name,
                "email", "candidate-" + id + "@example.com",
                "mobile", "13800138000",
                "mobile_country_code", "CN_1",
                "mobile_dialling_prefix", "+86",
                "resume", SampleResume.of(name)));
    variables.putAll(differences);
    return variables;
  }
}
