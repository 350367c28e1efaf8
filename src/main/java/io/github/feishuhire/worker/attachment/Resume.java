package io.github.feishuhire.worker.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variable {@code resume}: where the file is. */
sealed interface Resume {

  String VARIABLE = "resume";

  /** Which of them may be fetched is another question. */
  Pattern ADDRESS = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]*:/");

  /** A file in Camunda's document store; the variable only refers to it. */
  record Document(
      String documentId,
      @Nullable String storeId,
      @Nullable String contentHash,
      String fileName,
      @Nullable String contentType,
      long size)
      implements Resume {

    @Override
    public String toString() {
      return "Document[size=" + size + "]";
    }
  }

  /** A small file in the variable itself. */
  record Inline(ResumeFile file, boolean isOfDocumentedKind) implements Resume {

    private static final int LARGEST = 1024 * 1024;
  }

  /** A file on a web server. */
  record Url(String address) implements Resume {

    @Override
    public String toString() {
      return "Url";
    }
  }

  /**
   * Reads a file picker's value, one document of it, the address of a file, or {@code {file_name,
   * content_base64}}.
   *
   * @throws InvalidInputException for anything else, and for a file that is too large to be in a
   *     variable
   */
  static Resume of(JsonNode value) {
    if (value.isArray() && value.size() > 1) {
      throw new InvalidInputException(VARIABLE, Problem.MORE_THAN_ONE_RESUME);
    }
    JsonNode file = value.isArray() ? value.path(0) : value;
    if (isAbsent(file)) {
      throw new InvalidInputException(VARIABLE, Problem.MISSING);
    }
    if (isDocument(file)) {
      return document(file);
    }
    if (file.path("file_name").isTextual() && file.path("content_base64").isTextual()) {
      return inline(file);
    }
    if (file.isTextual() && ADDRESS.matcher(file.textValue()).lookingAt()) {
      return new Url(file.textValue().strip());
    }
    throw new InvalidInputException(VARIABLE, Problem.NOT_A_RESUME);
  }

  private static boolean isAbsent(JsonNode file) {
    return file.isMissingNode()
        || file.isNull()
        || (file.isTextual() && file.textValue().isBlank());
  }

  /** Camunda 8.6 called the type otherwise. */
  private static boolean isDocument(JsonNode file) {
    return (file.path("camunda.document.type").isTextual() || file.path("documentType").isTextual())
        && file.path("documentId").isTextual();
  }

  private static Document document(JsonNode file) {
    String id = file.path("documentId").textValue();
    if (!isOneSegment(id)) {
      throw new InvalidInputException(VARIABLE, Problem.NOT_A_RESUME);
    }
    JsonNode metadata = file.path("metadata");
    return new Document(
        id,
        file.path("storeId").textValue(),
        file.path("contentHash").textValue(),
        FileName.safe(metadata.path("fileName").asText()),
        metadata.path("contentType").textValue(),
        metadata.path("size").asLong(-1));
  }

  /** Camunda's client escapes everything in a document's address but slashes and dots. */
  private static boolean isOneSegment(String id) {
    return !id.isBlank() && !id.contains("/") && !id.equals(".") && !id.equals("..");
  }

  private static Inline inline(JsonNode file) {
    String base64 = file.path("content_base64").textValue().strip();
    if (base64.length() > (Inline.LARGEST + 2L) / 3 * 4) {
      throw tooLarge();
    }
    Base64Text content = content(base64);
    if (content.size() > Inline.LARGEST) {
      throw tooLarge();
    }
    if (content.size() == 0) {
      throw new InvalidInputException(VARIABLE, Problem.RESUME_EMPTY);
    }
    String name = FileName.safe(file.path("file_name").textValue());
    return new Inline(
        new ResumeFile(name, null, content.size(), content::open),
        FileKind.isDocumented(content.head(FileKind.HEAD)));
  }

  private static InvalidInputException tooLarge() {
    return new InvalidInputException(VARIABLE, Problem.RESUME_TOO_LARGE_FOR_A_VARIABLE);
  }

  @SuppressWarnings("UnusedException") // its text quotes the file
  private static Base64Text content(String base64) {
    try {
      return new Base64Text(base64);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(VARIABLE + ".content_base64", Problem.NOT_BASE64);
    }
  }
}
