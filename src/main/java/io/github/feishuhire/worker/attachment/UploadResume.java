package io.github.feishuhire.worker.attachment;

import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.api.attachment.ResumeFile.Content;
import io.github.feishuhire.api.http.Endpoint;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Upload Resume: hands the file to Feishu, from where it is, without holding it. */
public final class UploadResume {

  private static final long LARGEST = 300L * 1024 * 1024;

  private final DocumentStore documents;

  private UploadResume(DocumentStore documents) {
    this.documents = documents;
  }

  /** The row for the table of operations. */
  public static Operation<?> operation(DocumentStore documents) {
    return new Operation<>(
        "Upload Resume",
        "feishu-hire:upload-resume:1",
        List.of(Resume.VARIABLE),
        "resume_file_id",
        true,
        Endpoint.CREATE_ATTACHMENT.deadline(),
        Endpoint.CREATE_ATTACHMENT.deadline().plus(Duration.ofMinutes(1)),
        8,
        UploadResume::bind,
        new UploadResume(documents)::run);
  }

  private static Resume bind(Inputs inputs) {
    return Resume.of(inputs.raw(Resume.VARIABLE));
  }

  private Outcome run(Resume resume, JobContext context) {
    try {
      return switch (resume) {
        case Resume.Inline inline -> upload(inline.file(), context);
        case Resume.Document document -> upload(document, context);
      };
    } catch (DocumentStore.UnavailableException e) {
      return context.reactions().storeUnavailable(context.attempt());
    }
  }

  /** Opens the document before anything is sent, so that one that is gone is found out in time. */
  private Outcome upload(Resume.Document document, JobContext context) {
    checkSize(document.size());
    try (InputStream first = documents.open(document)) {
      AtomicReference<@Nullable InputStream> opened = new AtomicReference<>(first);
      Content content =
          () -> {
            InputStream stream = opened.getAndSet(null);
            return stream == null ? documents.open(document) : stream;
          };
      return upload(
          new ResumeFile(document.fileName(), document.contentType(), document.size(), content),
          context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkSize(long size) {
    if (size == 0) {
      throw new InvalidInputException(Resume.VARIABLE, Problem.RESUME_EMPTY);
    }
    if (size > LARGEST) {
      throw new InvalidInputException(Resume.VARIABLE, Problem.RESUME_TOO_LARGE);
    }
  }

  private static Outcome upload(ResumeFile file, JobContext context) {
    String id = context.hire().attachments().upload(file, context.terms());
    return new Outcome.Completed(Map.of("resume_file_id", id));
  }
}
