package io.github.feishuhire.faults.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.attachment.Attachment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A worker whose heap is smaller than the file it carries. */
final class DocumentsIT {

  private static final long MEGABYTE = 1024 * 1024;
  private static final Site SITE = new Site(Map.of());

  @AfterAll
  static void close() {
    SITE.close();
  }

  @Test
  void aDocumentArrivesByteForByteUnderItsName() throws Exception {
    long size = 3 * MEGABYTE + 17;
    JsonNode document = SITE.store("简历（最新版）.pdf", "application/pdf", size);

    SITE.upload(List.of(document));

    assertThat(arrived("简历（最新版）.pdf", Duration.ofMinutes(2)))
        .extracting(Attachment::size, Attachment::sha256)
        .containsExactly(size, Bytes.sha256(size));
  }

  @Test
  void aDocumentFourTimesTheHeapPasses() throws Exception {
    long size = 250 * MEGABYTE;
    JsonNode document = SITE.store("作品集.pdf", "application/pdf", size);

    SITE.upload(document);

    assertThat(arrived("作品集.pdf", Duration.ofMinutes(4)))
        .extracting(Attachment::size, Attachment::sha256)
        .containsExactly(size, Bytes.sha256(size));
  }

  /** As many as one worker carries; the pieces of all of them fit into the heap together. */
  @Test
  void eightLargeDocumentsPassAtOnce() throws Exception {
    long size = 60 * MEGABYTE;
    JsonNode document = SITE.store("同时.pdf", "application/pdf", size);

    for (int i = 0; i < 8; i++) {
      SITE.upload(document);
    }

    SITE.await(Duration.ofMinutes(4), () -> find("同时.pdf").size() == 8);
    assertThat(find("同时.pdf")).extracting(Attachment::sha256).containsOnly(Bytes.sha256(size));
  }

  @Test
  void aFileOfAnotherKindIsSentWithAWarningThatDoesNotNameIt() {
    SITE.upload(Map.of("file_name", "张伟的档案.rar", "content_base64", "UmFyIRoHAAA="));

    Attachment attachment = arrived("张伟的档案.rar", Duration.ofMinutes(2));

    assertThat(attachment.size()).isEqualTo(8);
    assertThat(SITE.log()).contains("is of no kind that Feishu documents").doesNotContain("张伟");
  }

  @Test
  void anUploadThatBreaksInTheMiddleIsTriedAgain() throws Exception {
    long size = 20 * MEGABYTE;
    JsonNode document = SITE.store("断线.pdf", "application/pdf", size);
    int breaksBefore = SITE.line().breaks();
    SITE.line().breakOnceAfter(9 * MEGABYTE);

    SITE.upload(document);

    assertThat(arrived("断线.pdf", Duration.ofMinutes(2)))
        .extracting(Attachment::size, Attachment::sha256)
        .containsExactly(size, Bytes.sha256(size));
    assertThat(SITE.line().breaks() - breaksBefore).isEqualTo(1);
    assertThat(SITE.sandbox().attachments())
        .filteredOn(attachment -> attachment.name().equals("断线.pdf"))
        .as("the one that is used, and at most one that is not")
        .hasSizeLessThanOrEqualTo(2);
    assertThat(SITE.log()).contains("The connection to Feishu broke before the answer");
  }

  @Test
  void aDocumentThatWasDeletedIsAnUnreadableResume() throws Exception {
    JsonNode document = SITE.store("deleted.pdf", "application/pdf", 1000);
    SITE.delete(document);

    SITE.upload(document);

    SITE.await(
        Duration.ofMinutes(2),
        () ->
            SITE.log()
                .contains(
                    "FEISHU_HIRE_RESUME_UNREADABLE: Upload Resume: Resume (resume) is no longer in Camunda"));
  }

  @Test
  void aDocumentThatIsNotTheOneAttachedIsAnUnreadableResume() throws Exception {
    ObjectNode document = (ObjectNode) SITE.store("changed.pdf", "application/pdf", 5 * MEGABYTE);
    document.put("contentHash", Bytes.sha256(7));

    SITE.upload(document);

    SITE.await(
        Duration.ofMinutes(2),
        () ->
            SITE.log()
                .contains(
                    "FEISHU_HIRE_RESUME_UNREADABLE: Upload Resume: Resume (resume) is not the file that"));
    assertThat(SITE.sandbox().attachments())
        .noneMatch(attachment -> attachment.name().equals("changed.pdf"));
  }

  @Test
  void anAddressIsNotFetchedWhenNobodyAllowedItsHost() {
    SITE.upload("https://files.example.com/cv.pdf");

    SITE.await(
        Duration.ofMinutes(2),
        () ->
            SITE.log()
                .contains(
                    "FEISHU_HIRE_INVALID_PARAMETER: Upload Resume: Resume (resume) is an address that"));
  }

  private static Attachment arrived(String name, Duration atMost) {
    SITE.await(atMost, () -> find(name).size() > 0);
    return find(name).getLast();
  }

  private static List<Attachment> find(String name) {
    return SITE.sandbox().attachments().stream()
        .filter(attachment -> attachment.name().equals(name))
        .toList();
  }
}
