package io.github.feishuhire.worker.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.commons.lang3.CharUtils;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a job, or the members of one of them. Null, empty text and nothing at all mean
 * the same: absent. Text is trimmed. Every method throws {@link InvalidInputException} for what
 * cannot be sent.
 */
public final class Inputs {

  /** Of any depth: an operation refuses what it cannot send, and a job must not get lost before. */
  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(Integer.MAX_VALUE)
                      .maxNumberLength(Integer.MAX_VALUE)
                      .build())
              .build());

  private static final int DEEPEST = 100;

  /** Looks behind, so that a long run of spaces inside a text is tried once and not at each. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\s\\p{Z}\\p{Cf}]++|(?<![\\s\\p{Z}\\p{Cf}])[\\s\\p{Z}\\p{Cf}]++$");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final String path;
  private final JsonNode node;

  private Inputs(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  /** The variables as the engine hands them over: always one JSON object. */
  public static Inputs of(String variables) {
    try {
      return new Inputs("", MAPPER.readTree(variables));
    } catch (JsonProcessingException e) {
      e.clearLocation(); // its text would quote the variables
      throw new UncheckedIOException(e);
    }
  }

  /** Text that must be there. */
  public String text(Input input) {
    String text = optionalText(input);
    if (text == null) {
      throw new InvalidInputException(path + input.name(), Problem.MISSING);
    }
    return text;
  }

  /** Text that may be absent. */
  public @Nullable String optionalText(Input input) {
    return textOf(path + input.name(), node.path(input.name()));
  }

  /** What a form or a template may give as text or as a whole number, as text. */
  public @Nullable String optionalTextOrWholeNumber(Input input) {
    JsonNode value = node.path(input.name());
    return value.isIntegralNumber() ? value.asText() : optionalText(input);
  }

  /** True or false, also as text; false when it is absent. */
  public boolean flag(Input input) {
    JsonNode value = node.path(input.name());
    String text = value.isBoolean() ? value.asText() : optionalText(input);
    return switch (text) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidInputException(path + input.name(), Problem.NOT_TRUE_OR_FALSE);
    };
  }

  /** Text that becomes part of an address: letters, digits, hyphen and underscore, at most 64. */
  public String id(Input input) {
    String id = text(input);
    if (!ID.matcher(id).matches()) {
      throw new InvalidInputException(path + input.name(), Problem.NOT_AN_ID);
    }
    return id;
  }

  /** A list of texts, or one text in place of a list of one; null when nothing is in it. */
  public @Nullable List<String> optionalTexts(Input input) {
    JsonNode value = node.path(input.name());
    List<String> texts = new ArrayList<>();
    for (JsonNode item :
        value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value)) {
      if (item.isContainerNode()) {
        throw new InvalidInputException(path + input.name(), Problem.NOT_A_LIST_OF_TEXTS);
      }
      String text = textOf(path + input.name(), item);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts.isEmpty() ? null : texts;
  }

  /** The members of an object; null when it is absent. */
  public @Nullable Inputs optionalObject(Input input) {
    JsonNode value = node.path(input.name());
    if (isAbsent(value)) {
      return null;
    }
    if (!value.isObject()) {
      throw new InvalidInputException(path + input.name(), Problem.NOT_AN_OBJECT);
    }
    return new Inputs(path + input.name() + ".", value);
  }

  /** An object that must be there, as it came; nested no deeper than a hundred levels. */
  public JsonNode object(Input input) {
    if (optionalObject(input) == null) {
      throw new InvalidInputException(path + input.name(), Problem.MISSING);
    }
    JsonNode object = node.path(input.name());
    if (isDeeperThan(DEEPEST, object)) {
      throw new InvalidInputException(path + input.name(), Problem.NESTED_TOO_DEEPLY);
    }
    return object;
  }

  private static boolean isDeeperThan(int levels, JsonNode node) {
    return node.isContainerNode()
        && (levels == 0
            || StreamSupport.stream(node.spliterator(), false)
                .anyMatch(member -> isDeeperThan(levels - 1, member)));
  }

  /** The value as it came, for what has a form of its own. */
  public JsonNode raw(Input input) {
    return raw(input.name());
  }

  /** A variable that is no input of a task, but the worker's own. */
  public JsonNode raw(String name) {
    return node.path(name);
  }

  private static @Nullable String textOf(String name, JsonNode value) {
    if (isAbsent(value)) {
      return null;
    }
    if (value.isNumber()) {
      throw new InvalidInputException(name, Problem.NUMBER);
    }
    if (!value.isTextual()) {
      throw new InvalidInputException(name, Problem.NOT_TEXT);
    }
    return trimmed(value.textValue());
  }

  /**
   * Also of what strip() leaves: no-break spaces and invisible characters, which pasted ids bring
   * along.
   */
  private static String trimmed(String text) {
    return isPlain(text) ? text : AROUND.matcher(text).replaceAll("");
  }

  /** Most texts are: nothing is around them. */
  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && CharUtils.isAsciiAlphanumeric(text.charAt(0))
        && CharUtils.isAsciiAlphanumeric(text.charAt(text.length() - 1));
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && trimmed(value.textValue()).isEmpty());
  }
}
