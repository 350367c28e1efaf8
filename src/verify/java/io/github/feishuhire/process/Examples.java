package io.github.feishuhire.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Variables that the sandbox accepts. */
final class Examples {

  private Examples() {}

  /** The documentation's example of a submission, every optional field included. */
  static Map<String, Object> submission() {
    return new HashMap<>(
        Map.of(
            "website_id",
            "7047318856652261676",
            "job_post_id",
            "6960663240925956636",
            "user_id",
            "6960663240925956634",
            "resume_file_id",
            "7095614894070434092",
            "channel_id",
            "6891560630172518670",
            "application_preferred_city_code_list",
            List.of("CT_100121"),
            "mobile_country_code",
            "+86",
            "mobile",
            "182900291190",
            "email",
            "foo@bytedance.com",
            "identification",
            Map.of("identification_type", 1, "identification_number", "11002030131312312")));
  }

  /** The same with one variable set otherwise. */
  static Map<String, Object> submission(String name, Object value) {
    Map<String, Object> variables = submission();
    variables.put(name, value);
    return variables;
  }

  /**
   * A submission by a resume in fields.
   *
   * @param email tells candidates apart
   */
  static Map<String, Object> structured(String email) {
    return new HashMap<>(
        Map.of(
            "website_id",
            "7047318856652261676",
            "job_post_id",
            "6960663240925956636",
            "user_id",
            "6960663240925956634",
            "resume",
            Map.of("basic_info", Map.of("name", "张伟", "email", email)),
            "application_preferred_city_code_list",
            List.of("CT_1", "CT_2"),
            "channel_id",
            "6891560630172518670"));
  }

  /** What the start form of the hiring process asks for. */
  static Map<String, Object> candidate(String externalId) {
    return new HashMap<>(
        Map.of(
            "website_id",
            "7047318856652261676",
            "job_post_id",
            "6960663240925956636",
            "external_id",
            externalId,
            "name",
            "张伟",
            "email",
            externalId + "@example.com",
            "mobile",
            "13800138000",
            "mobile_country_code",
            "CN_1",
            "mobile_dialling_prefix",
            "+86",
            "resume",
            Map.of("file_name", "简历.pdf", "content_base64", "JVBERi0xLjQK")));
  }
}
