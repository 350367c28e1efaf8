package io.github.feishuhire.faults.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.sandbox.attachment.Attachment;
import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import java.io.InputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As many files as there may be, the largest there may be, and a Feishu that takes its time. */
final class InlineFilesIT {

  private static final int MEGABYTE = 1024 * 1024;
  private static final boolean FULL = System.getProperty("faults.size", "small").equals("full");
  private static final int INLINE = FULL ? 200 : 40;
  private static final int DOCUMENTS = FULL ? 20 : 4;
  private static final double SHARE_OF_THE_LIMIT = 0.85;

  @Test
  void filesInVariablesAndDocumentsFitIntoTheMemoryOfTheImage() throws Exception {
    try (Site site = new Site(Map.of())) {
      Fault slow = new Fault.Delayed(Duration.ofSeconds(4));
      site.sandbox().next(Api.CREATE_ATTACHMENT, slow, 10 * (INLINE + DOCUMENTS));
      long size = 100L * MEGABYTE;
      JsonNode document = site.store("document.pdf", "application/pdf", size);
      String inline = Base64.getEncoder().encodeToString(inline());
      List<String> names = IntStream.range(0, INLINE).mapToObj(i -> "inline" + i + ".pdf").toList();

      for (int i = 0; i < INLINE; i++) {
        if (i % (INLINE / DOCUMENTS) == 0) {
          site.upload(document);
        }
        site.upload(Map.of("file_name", names.get(i), "content_base64", inline));
      }

      site.await(
          Duration.ofMinutes(FULL ? 30 : 5),
          () ->
              arrived(site).toList().containsAll(names)
                  && arrived(site).filter("document.pdf"::equals).count() >= DOCUMENTS);
      assertThat(site.sandbox().attachments())
          .filteredOn(attachment -> attachment.name().startsWith("inline"))
          .extracting(Attachment::size)
          .containsOnly((long) MEGABYTE);
      assertThat(site.sandbox().attachments())
          .filteredOn(attachment -> attachment.name().equals("document.pdf"))
          .extracting(Attachment::sha256)
          .containsOnly(Bytes.sha256(size));
      assertThat(site.log()).doesNotContain("incident: ", "java.lang.OutOfMemoryError");
      assertThat(site.isAlive()).isTrue();
      long peak = Memory.peak(site.pid());
      System.out.printf(
          "%d inline files of 1 MiB and %d documents of 100 MB: at most %d MiB of the %d MiB that"
              + " the manifest allows%n",
          INLINE, DOCUMENTS, peak / MEGABYTE, Memory.limit() / MEGABYTE);
      assertThat(peak).isLessThan((long) (SHARE_OF_THE_LIMIT * Memory.limit()));
    }
  }

  private static byte[] inline() throws Exception {
    try (InputStream file = new Bytes(MEGABYTE)) {
      return file.readAllBytes();
    }
  }

  private static Stream<String> arrived(Site site) {
    return site.sandbox().attachments().stream().map(Attachment::name);
  }
}
