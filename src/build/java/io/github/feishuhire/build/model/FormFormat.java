package io.github.feishuhire.build.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Forms as the form editor writes them. Words are labels, descriptions and texts in which there is
 * more to read than variables; the ID is that of the form.
 */
final class FormFormat implements Format {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> READ = Set.of("description", "label", "text");
  private static final JsonPointer FORM_ID = JsonPointer.compile("/id");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{.*?}}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  @Override
  public List<Part> parts(String file) {
    List<Part> parts = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(file)) {
      JsonNode form = JSON.readTree(file);
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          String value = parser.getText();
          int start = (int) parser.currentTokenLocation().getCharOffset() + 1;
          int end = (int) parser.currentLocation().getCharOffset() - 1;
          JsonPointer place = parser.getParsingContext().pathAsPointer();
          if (place.equals(FORM_ID)) {
            parts.add(new Part.Id(start, end));
          } else if (READ.contains(place.last().getMatchingProperty()) && hasWords(value)) {
            parts.add(new Part.Words(start, end, key(form, place)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  private static boolean hasWords(String value) {
    return LETTER.matcher(VARIABLE.matcher(value).replaceAll("")).find();
  }

  /** The ID of the component, and the way from there. */
  private static String key(JsonNode form, JsonPointer place) {
    JsonPointer component = place.head();
    while (!form.at(component).has("id")) {
      component = component.head();
    }
    String way = place.toString().substring(component.toString().length());
    return form.at(component).path("id").asText() + way.replace('/', '.');
  }

  @Override
  public String escaped(String words) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(words));
  }
}
