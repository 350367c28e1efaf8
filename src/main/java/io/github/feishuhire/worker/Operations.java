package io.github.feishuhire.worker;

import io.github.feishuhire.worker.application.GetApplication;
import io.github.feishuhire.worker.application.GetEvaluations;
import io.github.feishuhire.worker.application.GetInterviews;
import io.github.feishuhire.worker.application.GetOffer;
import io.github.feishuhire.worker.application.ListStages;
import io.github.feishuhire.worker.application.MoveToStage;
import io.github.feishuhire.worker.application.RecoverApplication;
import io.github.feishuhire.worker.application.TerminateApplication;
import io.github.feishuhire.worker.attachment.DocumentStore;
import io.github.feishuhire.worker.attachment.UploadResume;
import io.github.feishuhire.worker.attachment.WebFiles;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.delivery.AwaitDeliveryResult;
import io.github.feishuhire.worker.delivery.CheckDeliveryResult;
import io.github.feishuhire.worker.delivery.SubmitStructuredResume;
import io.github.feishuhire.worker.delivery.SubmitWebsiteDelivery;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.talent.CreateNote;
import io.github.feishuhire.worker.talent.TagTalent;
import io.github.feishuhire.worker.website.CreateChannel;
import io.github.feishuhire.worker.website.CreateSiteUser;
import io.github.feishuhire.worker.website.GetJobPost;
import io.github.feishuhire.worker.website.ListChannels;
import io.github.feishuhire.worker.website.ListJobPosts;
import io.github.feishuhire.worker.website.ListLocations;
import io.github.feishuhire.worker.website.ListWebsites;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue: every operation, in the order a process uses them, then the look-ups. */
public final class Operations {

  /** What is written of each of them. */
  public static final List<Task> TASKS =
      Stream.concat(Stream.of(UploadResume.TASK), withoutFiles().map(Operation::task)).toList();

  private Operations() {}

  /** Each with what it does. */
  public static List<Operation<?>> all(DocumentStore documents, WebFiles web) {
    return Stream.concat(Stream.of(UploadResume.operation(documents, web)), withoutFiles())
        .toList();
  }

  /** Those that need nothing but Feishu. */
  private static Stream<Operation<?>> withoutFiles() {
    return Stream.of(
        CreateSiteUser.operation(),
        SubmitWebsiteDelivery.operation(),
        AwaitDeliveryResult.operation(),
        CheckDeliveryResult.operation(),
        SubmitStructuredResume.operation(),
        GetApplication.operation(),
        MoveToStage.operation(),
        TerminateApplication.operation(),
        RecoverApplication.operation(),
        GetInterviews.operation(),
        GetEvaluations.operation(),
        GetOffer.operation(),
        TagTalent.operation(),
        CreateNote.operation(),
        ListStages.operation(),
        ListWebsites.operation(),
        ListJobPosts.operation(),
        GetJobPost.operation(),
        ListChannels.operation(),
        CreateChannel.operation(),
        ListLocations.operation());
  }
}
