package io.github.feishuhire.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

final class BindingFuzzIT {

  @FuzzTest
  void binding(byte[] text) {
    String variables = new String(text, StandardCharsets.UTF_8);
    if (isObject(variables)) {
      BindingLaws.check(variables);
    }
  }

  /** An engine hands over nothing else. */
  private static boolean isObject(String text) {
    try {
      return new JsonMapper().readTree(text).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
