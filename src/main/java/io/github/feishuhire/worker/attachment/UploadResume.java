package io.github.feishuhire.worker.attachment;

import static io.github.feishuhire.worker.catalogue.ErrorCode.RESUME_UNREADABLE;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.attachment.ResumeFile;
import io.github.feishuhire.download.Download;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Header;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.TaskHeaders.AfterUpload;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.outcome.SourceTrouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Upload Resume: hands the file to Feishu, from where it is, without holding it unless its size is
 * unknown.
 */
public final class UploadResume {

  private static final Input RESUME =
      Input.entry(Resume.VARIABLE, Form.FILE, "resume")
          .preset("=resume")
          .blamedFor(RESUME_UNREADABLE);

  private static final Logger LOG = LoggerFactory.getLogger(UploadResume.class);

  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

  /**
   * The lease covers an upload of the longest duration and what comes before it: opening the file,
   * the token, the turn. Each upload holds some buffers, and all of an inline resume.
   */
  private static final Capacity CAPACITY =
      new Capacity(
          Endpoint.CREATE_ATTACHMENT.deadline().plus(Duration.ofMinutes(1)),
          32,
          false,
          1536 * 1024);

  public static final Task TASK =
      Task.named("Upload Resume", Endpoint.CREATE_ATTACHMENT, CAPACITY)
          .takes(RESUME)
          .chosenBy(Header.AFTER_UPLOAD)
          .gives("resume_file_id", "\"7095614894070434092\"")
          .endsWith(RESUME_UNREADABLE)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uIDN1YjLyQTN24iM0UjN/create_attachment")
          .drawn(
              """
              <path d='M3.5 2.5h6.5L13 5.5V15.5H3.5z' fill='#fff'/>\
              <path d='M8.25 13.5v-6M5.5 10l2.75-2.75L11 10' fill='none' stroke='#0b6e75' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'/>""");

  private final DocumentStore documents;
  private final WebFiles web;

  private UploadResume(DocumentStore documents, WebFiles web) {
    this.documents = documents;
    this.web = web;
  }

  /** The row with what it does. */
  public static Operation<?> operation(DocumentStore documents, WebFiles web) {
    return new Operation<>(TASK, UploadResume::bind, new UploadResume(documents, web)::run);
  }

  private static Resume bind(Inputs inputs) {
    return Resume.of(inputs.raw(RESUME));
  }

  private Outcome run(Resume resume, JobContext context) {
    try {
      return switch (resume) {
        case Resume.Inline inline -> upload(inline, context);
        case Resume.Document document -> upload(document, context);
        case Resume.Url url -> upload(url, context);
      };
    } catch (SourceException e) {
      // Only a worker that stops interrupts; the commands that follow must still get through.
      return Thread.interrupted()
          ? context.reactions().givenBack(context.attempt())
          : context.reactions().to(e.trouble(), context.attempt());
    }
  }

  /**
   * The document is deleted when the engine has taken the completion, and not before: a worker that
   * dies in between leaves a document that nobody needs. The other way round, the job would come
   * again without its resume, and the id of the one that was uploaded would be lost.
   */
  private Outcome upload(Resume.Document document, JobContext context) {
    OpenFile.checkSize(document.size());
    Outcome.Completed completed;
    try (Download download = documents.open(document);
        OpenFile file = opened(download, document)) {
      completed = upload(file, document.fileName(), document.contentType(), context);
    }
    return context.headers().afterUpload() == AfterUpload.DELETE_DOCUMENT
        ? completed.then(() -> documents.delete(document))
        : completed;
  }

  private OpenFile opened(Download download, Resume.Document document) {
    return new OpenFile(
        download,
        download.size() < 0 ? document.size() : download.size(),
        document.contentHash(),
        SourceTrouble.STORE_UNAVAILABLE,
        () -> documents.open(document));
  }

  private Outcome upload(Resume.Url url, JobContext context) {
    try (Download download = web.open(url);
        OpenFile file =
            new OpenFile(
                download,
                download.size(),
                null,
                SourceTrouble.URL_UNAVAILABLE,
                () -> web.open(url))) {
      return upload(file, FileName.safe(download.name()), download.contentType(), context);
    }
  }

  private static Outcome.Completed upload(
      OpenFile file, String name, @Nullable String contentType, JobContext context) {
    warnUnless(FileKind.isDocumented(file.head()));
    ResumeFile resume = file.resume(name, contentType, TEMPORARY);
    try {
      return upload(resume, context.nextOptions(), context);
    } catch (FeishuException e) {
      file.blame();
      throw e;
    }
  }

  private static Outcome upload(Resume.Inline inline, JobContext context) {
    warnUnless(inline.isOfDocumentedKind());
    return upload(inline.file(), context.options(), context);
  }

  private static Outcome.Completed upload(
      ResumeFile file, CallOptions options, JobContext context) {
    String id = context.hire().attachments().upload(file, options);
    return new Outcome.Completed(Map.of(TASK.output().name(), id));
  }

  private static void warnUnless(boolean isOfDocumentedKind) {
    if (!isOfDocumentedKind) {
      LOG.warn(
          "The resume of job {} is of no kind that Feishu documents; it is sent as it is",
          MDC.get("jobKey"));
    }
  }
}
