package io.github.feishuhire.worker.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResumeTest {

  private static final int ONE_MEBIBYTE = 1024 * 1024;

  /** As Camunda's file picker gives it. */
  private static final String DOCUMENT =
      """
      {
        "camunda.document.type": "camunda",
        "storeId": "in-memory",
        "documentId": "f2d6e2a1-1111-2222-3333-444455556666",
        "contentHash": "8a9b",
        "metadata": {
          "contentType": "application/pdf",
          "size": 31337,
          "fileName": "简历.pdf",
          "customProperties": {}
        }
      }
      """;

  @Test
  void readsADocumentReference() {
    assertThat(resume(DOCUMENT))
        .isEqualTo(
            new Resume.Document(
                "f2d6e2a1-1111-2222-3333-444455556666",
                "in-memory",
                "8a9b",
                "简历.pdf",
                "application/pdf",
                31337));
  }

  @Test
  void readsAFilePickersListOfOne() {
    assertThat(resume("[" + DOCUMENT + "]")).isEqualTo(resume(DOCUMENT));
  }

  @Test
  void readsADocumentOfWhichLittleIsKnown() {
    String document = "{\"camunda.document.type\":\"camunda\",\"documentId\":\"d1\"}";

    assertThat(resume(document))
        .isEqualTo(new Resume.Document("d1", null, null, "resume", null, -1));
  }

  @Test
  void showsNothingOfADocument() {
    assertThat(resume(DOCUMENT).toString()).doesNotContain("简历", "f2d6e2a1", "8a9b");
  }

  /** Camunda 8.6 writes the type otherwise. */
  @Test
  void readsADocumentOfTheFirstRelease() {
    String document = "{\"documentType\":\"camunda\",\"documentId\":\"d1\"}";

    assertThat(resume(document))
        .isEqualTo(new Resume.Document("d1", null, null, "resume", null, -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://files.example.com/cv.pdf",
        " HTTPS://files.example.com/cv.pdf ",
        "http://files.example.com/cv.pdf",
        "file:///etc/passwd"
      })
  void readsAnAddressWhichOthersMayRefuse(String address) {
    assertThat(resume("\"" + address + "\"")).isEqualTo(new Resume.Url(address.strip()));
  }

  @Test
  void readsAListOfOneAddress() {
    assertThat(resume("[\"https://files.example.com/cv.pdf\"]"))
        .isEqualTo(new Resume.Url("https://files.example.com/cv.pdf"));
  }

  @Test
  void showsNothingOfAnAddress() {
    assertThat(resume("\"https://files.example.com/cv.pdf\"").toString())
        .doesNotContain("files", "cv");
  }

  @Test
  void readsASmallFileInTheVariable() throws IOException {
    byte[] content = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    ResumeFile file = inline("简历.pdf", " " + base64(content) + "\\n");

    assertThat(file.name()).isEqualTo("简历.pdf");
    assertThat(file.contentType()).isNull();
    assertThat(file.size()).isEqualTo(8);
    try (InputStream first = file.content().open();
        InputStream again = file.content().open()) {
      assertThat(first).hasBinaryContent(content);
      assertThat(again).hasBinaryContent(content);
    }
  }

  @Test
  void cleansTheNameOfAFileInTheVariable() {
    assertThat(inline("../cv\\r\\n.pdf", "JVBERg==").name()).isEqualTo(".._cv__.pdf");
  }

  @Test
  void takesOneMebibyteInAVariableAndNoByteMore() {
    ResumeFile largest = inline("cv.pdf", base64(new byte[ONE_MEBIBYTE]));
    InvalidInputException refusal =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> inline("cv.pdf", base64(new byte[ONE_MEBIBYTE + 1])));

    assertThat(largest.size()).isEqualTo(ONE_MEBIBYTE);
    assertThat(refusal.problem()).isEqualTo(Problem.RESUME_TOO_LARGE_FOR_A_VARIABLE);
  }

  /** The text is there anyway, in the variables of the job. */
  @Test
  void holdsAFileInTheVariableOnlyOnce() throws IOException {
    int count = 48;
    List<JsonNode> variables = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      variables.add(variable("cv.pdf", base64(new byte[ONE_MEBIBYTE])));
    }
    List<Resume> resumes = new ArrayList<>();
    List<Long> grown = new ArrayList<>();

    for (int i = 0; i < 5; i++) {
      resumes.clear();
      long before = usedMemory();
      variables.forEach(variable -> resumes.add(Resume.of(variable)));
      grown.add(usedMemory() - before);
    }

    // What other threads keep at that moment is in some of them.
    assertThat(grown).anyMatch(bytes -> bytes < count * ONE_MEBIBYTE / 4);
    for (Resume resume : resumes) {
      try (InputStream content = ((Resume.Inline) resume).file().content().open()) {
        assertThat(content.skip(2L * ONE_MEBIBYTE)).isEqualTo(ONE_MEBIBYTE);
      }
    }
    assertThat(variables).hasSize(count);
  }

  private static long usedMemory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                                                 | resume | MISSING
          ""                                                   | resume | MISSING
          " "                                                  | resume | MISSING
          []                                                   | resume | MISSING
          [null]                                               | resume | MISSING
          "resume.pdf"                                         | resume | NOT_A_RESUME
          7                                                    | resume | NOT_A_RESUME
          true                                                 | resume | NOT_A_RESUME
          {}                                                   | resume | NOT_A_RESUME
          [[]]                                                 | resume | NOT_A_RESUME
          {"documentId":"d1"}                                  | resume | NOT_A_RESUME
          {"camunda.document.type":"camunda"}                  | resume | NOT_A_RESUME
          {"camunda.document.type":"camunda","documentId":7}   | resume | NOT_A_RESUME
          {"file_name":"cv.pdf"}                               | resume | NOT_A_RESUME
          {"file_name":"cv.pdf","content_base64":7}            | resume | NOT_A_RESUME
          {"content_base64":"JVBERg=="}                        | resume | NOT_A_RESUME
          {"file_name":"cv.pdf","content_base64":""}           | resume | RESUME_EMPTY
          {"file_name":"cv.pdf","content_base64":" "}          | resume | RESUME_EMPTY
          {"file_name":"cv.pdf","content_base64":"no base64"}  | resume.content_base64 | NOT_BASE64
          {"file_name":"cv.pdf","content_base64":"JVBERg="}    | resume.content_base64 | NOT_BASE64
          {"file_name":"cv.pdf","content_base64":"JV-_Rg=="}   | resume.content_base64 | NOT_BASE64
          {"file_name":"cv.pdf","content_base64":"JVBERg==JV"} | resume.content_base64 | NOT_BASE64
          {"file_name":"cv.pdf","content_base64":"JVBE\\nRg=="} | resume.content_base64 | NOT_BASE64
          {"file_name":"cv.pdf","content_base64":"JVBERg==="}  | resume.content_base64 | NOT_BASE64
          """)
  void refusesWhatIsNoFile(String value, String name, Problem problem) {
    InvalidInputException refusal =
        catchThrowableOfType(InvalidInputException.class, () -> resume(value));

    assertThat(refusal.name()).isEqualTo(name);
    assertThat(refusal.problem()).isEqualTo(problem);
  }

  @Test
  void refusesAMissingVariable() {
    InvalidInputException refusal =
        catchThrowableOfType(
            InvalidInputException.class, () -> Resume.of(Inputs.of("{}").raw("resume")));

    assertThat(refusal.problem()).isEqualTo(Problem.MISSING);
  }

  @Test
  void refusesAListOfTwo() {
    InvalidInputException refusal =
        catchThrowableOfType(
            InvalidInputException.class, () -> resume("[" + DOCUMENT + "," + DOCUMENT + "]"));

    assertThat(refusal.problem()).isEqualTo(Problem.MORE_THAN_ONE_RESUME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../users", "d1/../../topology", "d1/d2", "/", ".", "..", "", " "})
  void refusesADocumentThatWouldBeFetchedFromAnotherAddress(String documentId) {
    String document =
        "{\"camunda.document.type\":\"camunda\",\"documentId\":\"%s\"}".formatted(documentId);

    InvalidInputException refusal =
        catchThrowableOfType(InvalidInputException.class, () -> resume(document));

    assertThat(refusal.problem()).isEqualTo(Problem.NOT_A_RESUME);
  }

  private static Resume resume(String value) {
    return Resume.of(variable(value));
  }

  private static JsonNode variable(String value) {
    return Inputs.of("{\"resume\":" + value + "}").raw("resume");
  }

  private static ResumeFile inline(String name, String base64) {
    return ((Resume.Inline) Resume.of(variable(name, base64))).file();
  }

  private static JsonNode variable(String name, String base64) {
    return variable("{\"file_name\":\"%s\",\"content_base64\":\"%s\"}".formatted(name, base64));
  }

  private static String base64(byte[] content) {
    return Base64.getEncoder().encodeToString(content);
  }
}
