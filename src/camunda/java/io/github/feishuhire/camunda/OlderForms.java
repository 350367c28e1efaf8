package io.github.feishuhire.camunda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Forms for a Tasklist that has no file picker, and shows nothing of a form with one. A short file
 * stands in for what a person would choose.
 */
final class OlderForms {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SAMPLE =
      "={file_name: \"resume.txt\", content_base64: \"UmVzdW1lIG9mIGEgc2FtcGxlIGNhbmRpZGF0ZQo=\"}";

  private OlderForms() {}

  /**
   * The form without its file pickers; as it is when it has none.
   *
   * @param instead what a person reads in the place of one
   */
  static String withoutFilePickers(String form, String instead) throws JsonProcessingException {
    if (!form.contains("\"filepicker\"")) {
      return form;
    }
    ObjectNode older = (ObjectNode) MAPPER.readTree(form);
    ArrayNode components = MAPPER.createArrayNode();
    for (JsonNode component : older.path("components")) {
      if (component.path("type").asText().equals("filepicker")) {
        components.add(text(component, instead));
        components.add(sample(component));
      } else {
        components.add(component);
      }
    }
    older.set("components", components);
    older.put("executionPlatformVersion", "8.6.0");
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(older);
  }

  private static ObjectNode text(JsonNode picker, String instead) {
    ObjectNode text = MAPPER.createObjectNode();
    text.put("type", "text");
    text.put("text", "**" + picker.path("label").asText() + "**\n\n" + instead);
    text.put("id", picker.path("id").asText() + "Text");
    text.set("layout", picker.path("layout"));
    return text;
  }

  private static ObjectNode sample(JsonNode picker) {
    ObjectNode sample = MAPPER.createObjectNode();
    sample.put("type", "expression");
    sample.put("key", picker.path("key").asText());
    sample.put("expression", SAMPLE);
    sample.put("computeOn", "change");
    sample.put("id", picker.path("id").asText());
    return sample;
  }
}
