package io.github.feishuhire.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The documentation's example body, to be bent by a test. */
record Submission(ObjectNode tree) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String EXAMPLE =
      """
      {
        "job_post_id": "6960663240925956636",
        "user_id": "6960663240925956634",
        "resume_file_id": "7095614894070434092",
        "channel_id": "6891560630172518670",
        "application_preferred_city_code_list": ["CT_100121"],
        "mobile_country_code": "+86",
        "mobile": "182900291190",
        "email": "foo@bytedance.com",
        "identification": {
          "identification_type": 1,
          "identification_number": "11002030131312312"
        }
      }
      """;

  static Submission example() {
    try {
      return new Submission((ObjectNode) JSON.readTree(EXAMPLE));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The value is JSON. */
  Submission with(String field, String value) {
    try {
      return new Submission(tree.deepCopy().set(field, JSON.readTree(value)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  Submission withJobPost(String id) {
    return with("job_post_id", '"' + id + '"');
  }

  Submission without(String... fields) {
    ObjectNode copy = tree.deepCopy();
    for (String field : fields) {
      copy.remove(field);
    }
    return new Submission(copy);
  }

  String json() {
    return tree.toString();
  }
}
