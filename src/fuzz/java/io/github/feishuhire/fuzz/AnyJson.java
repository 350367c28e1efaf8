package io.github.feishuhire.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** JSON by chance, of which the names are often those that somebody reads. */
final class AnyJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnyJson() {}

  /** A value, up to two levels deep. */
  static Arbitrary<JsonNode> value(Arbitrary<String> names, Arbitrary<String> texts) {
    return Arbitraries.recursive(
        () -> scalar(texts),
        inner ->
            Arbitraries.oneOf(
                scalar(texts),
                objectOf(names, inner, 4).map(JsonNode.class::cast),
                inner.list().ofMaxSize(4).map(items -> NODES.arrayNode().addAll(items))),
        0,
        2);
  }

  static Arbitrary<ObjectNode> object(Arbitrary<String> names, Arbitrary<String> texts) {
    return objectOf(names, value(names, texts), 12);
  }

  private static Arbitrary<ObjectNode> objectOf(
      Arbitrary<String> names, Arbitrary<JsonNode> members, int most) {
    return Arbitraries.maps(names, members)
        .ofMaxSize(most)
        .map(
            map -> {
              ObjectNode object = NODES.objectNode();
              map.forEach(object::set);
              return object;
            });
  }

  private static Arbitrary<JsonNode> scalar(Arbitrary<String> texts) {
    return Arbitraries.oneOf(
        texts.map(NODES::textNode),
        Arbitraries.of(true, false).map(NODES::booleanNode),
        Arbitraries.integers().between(-5, 9).map(NODES::numberNode),
        Arbitraries.longs().map(NODES::numberNode),
        Arbitraries.doubles().map(NODES::numberNode),
        Arbitraries.of(
            List.of(
                NODES.nullNode(),
                NODES.numberNode(BigInteger.TEN.pow(500)),
                NODES.numberNode(new BigDecimal("1e400")))));
  }

  /** So many levels of lists, or of objects of this member. */
  static String nested(int levels, boolean lists, String member) {
    String begin = lists ? "[" : "{\"" + member + "\":";
    return begin.repeat(levels) + "null" + (lists ? "]" : "}").repeat(levels);
  }
}
