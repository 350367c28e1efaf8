package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.Client;
import com.lark.oapi.service.hire.v1.V1;
import com.lark.oapi.service.hire.v1.model.BatchGetIdTalentReq;
import com.lark.oapi.service.hire.v1.model.BatchGetIdTalentReqBody;
import com.lark.oapi.service.hire.v1.model.CreateNoteReq;
import com.lark.oapi.service.hire.v1.model.GetApplicationReq;
import com.lark.oapi.service.hire.v1.model.GetDetailApplicationReq;
import com.lark.oapi.service.hire.v1.model.GetNoteReq;
import com.lark.oapi.service.hire.v1.model.GetOfferReq;
import com.lark.oapi.service.hire.v1.model.ListApplicationReq;
import com.lark.oapi.service.hire.v1.model.ListEvaluationReq;
import com.lark.oapi.service.hire.v1.model.ListInterviewReq;
import com.lark.oapi.service.hire.v1.model.ListJobProcessReq;
import com.lark.oapi.service.hire.v1.model.ListTalentTagReq;
import com.lark.oapi.service.hire.v1.model.ListTerminationReasonReq;
import com.lark.oapi.service.hire.v1.model.Note;
import com.lark.oapi.service.hire.v1.model.OfferApplicationReq;
import com.lark.oapi.service.hire.v1.model.RecoverApplicationReq;
import com.lark.oapi.service.hire.v1.model.TagTalentReq;
import com.lark.oapi.service.hire.v1.model.TagTalentReqBody;
import com.lark.oapi.service.hire.v1.model.TerminateApplicationReq;
import com.lark.oapi.service.hire.v1.model.TerminateApplicationReqBody;
import com.lark.oapi.service.hire.v1.model.TransferStageApplicationReq;
import com.lark.oapi.service.hire.v1.model.TransferStageApplicationReqBody;
import io.github.feishuhire.sandbox.delivery.Application;
import io.github.feishuhire.sandbox.interview.Conclusion;
import io.github.feishuhire.sandbox.offer.OfferStatus;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Feishu's own client finds its way also after a delivery. */
final class OfficialSdkHiringIT {

  private static final String EVALUATION = "6960663240925956402";

  private final Sandbox sandbox =
      Sandbox.start(SandboxSettings.DEFAULT.withTaskDuration(Duration.ZERO));
  private final V1 feishu =
      Client.newBuilder("cli_sandbox00000001", "sandbox-secret")
          .openBaseUrl(sandbox.baseUrl().toString())
          .tokenCache(new OwnCache(new ConcurrentHashMap<>()))
          .build()
          .hire()
          .v1();

  private String id = "";
  private String talentId = "";

  @BeforeEach
  void apply() {
    assertThat(Caller.of(sandbox).submit(Submission.example()).code()).isZero();
    Application application = sandbox.applications().getFirst();
    id = application.id();
    talentId = application.talentId();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void findsATalentAndTheApplication() throws Exception {
    var found =
        feishu
            .talent()
            .batchGetId(
                BatchGetIdTalentReq.newBuilder()
                    .batchGetIdTalentReqBody(
                        BatchGetIdTalentReqBody.newBuilder()
                            .mobileCode("86")
                            .mobileNumberList(new String[] {"182900291190"})
                            .build())
                    .build());
    var listed =
        feishu
            .application()
            .list(
                ListApplicationReq.newBuilder()
                    .talentId(talentId)
                    .activeStatus("1")
                    .pageSize(200)
                    .build());

    assertThat(found.getData().getTalentList()[0].getTalentId()).isEqualTo(talentId);
    assertThat(found.getData().getTalentList()[0].getMobileNumber()).isEqualTo("182900291190");
    assertThat(listed.getData().getItems()).containsExactly(id);
  }

  @Test
  void readsAnApplication() throws Exception {
    var application =
        feishu
            .application()
            .get(
                GetApplicationReq.newBuilder()
                    .applicationId(id)
                    .options(new String[] {"get_latest_application_on_chain"})
                    .build())
            .getData()
            .getApplication();
    var info =
        feishu
            .application()
            .getDetail(GetDetailApplicationReq.newBuilder().applicationId(id).build())
            .getData()
            .getApplicationDetail()
            .getBasicInfo();

    assertThat(application.getStage().getEnName()).isEqualTo("Resume Screening");
    assertThat(application.getDeliveryType()).isEqualTo(2);
    assertThat(application.getWebsiteResumeSource().getWebsiteId())
        .isEqualTo("7047318856652261676");
    assertThat(application.getWebsiteResumeSource().getChannel().getChannelName().getZhCn())
        .isEqualTo("官网首页");
    assertThat(application.getStageTimeList()).hasSize(1);
    assertThat(application.getApplicationPreferredCityList()[0].getName().getEnUs())
        .isEqualTo("Wuhan");
    assertThat(info.getId()).isEqualTo(id);
    assertThat(info.getOnboardStatus()).isEqualTo(1);
  }

  @Test
  void movesEndsAndRecoversAnApplication() throws Exception {
    var moved =
        feishu
            .application()
            .transferStage(
                TransferStageApplicationReq.newBuilder()
                    .applicationId(id)
                    .transferStageApplicationReqBody(
                        TransferStageApplicationReqBody.newBuilder().stageId(EVALUATION).build())
                    .build());
    var reason =
        feishu
            .terminationReason()
            .list(ListTerminationReasonReq.newBuilder().pageSize(200).build())
            .getData()
            .getItems()[0];
    var ended =
        feishu
            .application()
            .terminate(
                TerminateApplicationReq.newBuilder()
                    .applicationId(id)
                    .terminateApplicationReqBody(
                        TerminateApplicationReqBody.newBuilder()
                            .terminationType(reason.getTerminationType())
                            .terminationReasonList(new String[] {reason.getId()})
                            .build())
                    .build());
    var recovered =
        feishu.application().recover(RecoverApplicationReq.newBuilder().applicationId(id).build());

    assertThat(moved.getCode()).isZero();
    assertThat(reason.getName().getZhCn()).isEqualTo("经验不符");
    assertThat(ended.getCode()).isZero();
    assertThat(recovered.getCode()).isZero();
    assertThat(sandbox.hiring().require(id).stage().id()).isEqualTo(EVALUATION);
  }

  @Test
  void listsHiringProcesses() throws Exception {
    var processes =
        feishu
            .jobProcess()
            .list(ListJobProcessReq.newBuilder().pageSize(100).build())
            .getData()
            .getItems();

    assertThat(processes).hasSize(2);
    assertThat(processes[1].getZhName()).isEqualTo("校招流程");
    assertThat(processes[1].getStageList()[1].getType()).isEqualTo(3);
  }

  @Test
  void readsInterviewsAndEvaluations() throws Exception {
    var application = sandbox.hiring().require(id);
    sandbox.assessments().interview(application, Conclusion.PENDING);
    sandbox.assessments().evaluate(application, Conclusion.PASSED);

    var interview =
        feishu
            .interview()
            .list(ListInterviewReq.newBuilder().applicationId(id).pageSize(100).build())
            .getData()
            .getItems()[0];
    var evaluation =
        feishu
            .evaluation()
            .list(ListEvaluationReq.newBuilder().applicationId(id).build())
            .getData()
            .getItems()[0];

    assertThat(interview.getInterviewRoundSummary()).isEqualTo(17);
    assertThat(interview.getEndTime() - interview.getBeginTime()).isEqualTo(3_600_000);
    assertThat(interview.getStage().getName().getEnUs()).isEqualTo("Resume Screening");
    assertThat(interview.getInterviewRecordList()[0].getConclusion()).isEqualTo(6);
    assertThat(interview.getInterviewRecordList()[0].getInterviewer().getName().getZhCn())
        .isEqualTo("李雷");
    assertThat(evaluation.getConclusion()).isEqualTo(1);
    assertThat(evaluation.getCreateTime()).matches("[0-9]{13}");
  }

  @Test
  void readsAnOffer() throws Exception {
    sandbox.offers().bring(sandbox.hiring().require(id), OfferStatus.SENT);

    var offer =
        feishu
            .application()
            .offer(OfferApplicationReq.newBuilder().applicationId(id).build())
            .getData()
            .getOffer();
    var again =
        feishu.offer().get(GetOfferReq.newBuilder().offerId(offer.getId()).build()).getData();

    assertThat(offer.getOfferStatus()).isEqualTo(6);
    assertThat(offer.getBasicInfo().getOnboardDate()).isEqualTo("2027-01-04");
    assertThat(again.getOffer().getApplicationId()).isEqualTo(id);
  }

  @Test
  void tagsATalentAndWritesANote() throws Exception {
    var tag =
        feishu
            .talentTag()
            .list(ListTalentTagReq.newBuilder().keyword("重点").build())
            .getData()
            .getItems()[0];
    var tagged =
        feishu
            .talent()
            .tag(
                TagTalentReq.newBuilder()
                    .talentId(talentId)
                    .tagTalentReqBody(
                        TagTalentReqBody.newBuilder()
                            .operation(1)
                            .tagIdList(new String[] {tag.getId()})
                            .build())
                    .build());
    var note =
        feishu
            .note()
            .create(
                CreateNoteReq.newBuilder()
                    .note(Note.newBuilder().talentId(talentId).content("约周五").build())
                    .build())
            .getData()
            .getNote();
    var read = feishu.note().get(GetNoteReq.newBuilder().noteId(note.getId()).build()).getData();

    assertThat(tagged.getCode()).isZero();
    assertThat(sandbox.talents().getFirst().tags()).hasSize(1);
    assertThat(note.getContent()).isEqualTo("约周五");
    assertThat(read.getNote().getTalentId()).isEqualTo(talentId);
  }

  @Test
  void understandsARefusal() throws Exception {
    var reply = feishu.application().get(GetApplicationReq.newBuilder().applicationId("1").build());

    assertThat(reply.getCode()).isEqualTo(1002201);
    assertThat(reply.getError().getLogId()).isNotEmpty();
  }
}
