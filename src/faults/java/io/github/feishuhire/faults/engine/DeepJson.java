package io.github.feishuhire.faults.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what an engine takes and most programs do not. */
final class DeepJson {

  private static final int DEEPEST = 5000;

  private DeepJson() {}

  static ObjectMapper mapper() {
    return new ObjectMapper(
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());
  }
}
