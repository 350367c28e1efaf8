package io.github.feishuhire.api.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class JsonTest {

  /** Jackson remembers names by their bytes, and takes these five and six for the same. */
  @Test
  void bytesThatAreNoTextAreNoJsonWhateverWasReadBefore() {
    assertThat(Json.tree("{\"stats\":2}".getBytes(ISO_8859_1))).isNotNull();

    assertThat(Json.tree("{\"stat\u00ffs\":2}".getBytes(ISO_8859_1))).isNull();
  }
}
