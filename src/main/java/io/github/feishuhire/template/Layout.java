package io.github.feishuhire.template;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.github.feishuhire.template.Property.Choice;
import io.github.feishuhire.template.Property.Condition;
import java.io.IOException;

/** How the files are laid out: as the Modeler's own tools do, a line for each member. */
public final class Layout {

  private static final JsonMapper JSON = new JsonMapper();

  private static final DefaultPrettyPrinter LINES =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withArrayEmptySeparator("")
                  .withObjectEmptySeparator(""))
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private static final ObjectWriter WRITER = JSON.writer(LINES);

  private static final ObjectWriter NARROW =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Choice.class, new OnOneLine())
                  .addSerializer(Condition.class, new OnOneLine()))
          .build()
          .writer(LINES);

  private static final class OnOneLine extends JsonSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator file, SerializerProvider provider)
        throws IOException {
      file.writeRawValue(JSON.writeValueAsString(value));
    }
  }

  private Layout() {}

  /** The text of a file, with a line end after its last line. */
  public static String text(Object value) {
    return text(value, WRITER);
  }

  /**
   * With a line for each choice and each condition: less than half the size, where there are many.
   */
  public static String narrow(ElementTemplate template) {
    return text(template, NARROW);
  }

  private static String text(Object value, ObjectWriter writer) {
    try {
      return writer.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e); // a template of ours always can be written
    }
  }
}
