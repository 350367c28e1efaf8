package io.github.feishuhire.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.lark.oapi.Client;
import com.lark.oapi.core.response.error.ErrorFieldViolation;
import com.lark.oapi.service.hire.v1.model.CreateByAttachmentWebsiteDeliveryReq;
import com.lark.oapi.service.hire.v1.model.CreateByAttachmentWebsiteDeliveryResp;
import com.lark.oapi.service.hire.v1.model.CreateByResumeWebsiteDeliveryReq;
import com.lark.oapi.service.hire.v1.model.CreateWebsiteChannelReq;
import com.lark.oapi.service.hire.v1.model.CreateWebsiteChannelReqBody;
import com.lark.oapi.service.hire.v1.model.CreateWebsiteSiteUserReq;
import com.lark.oapi.service.hire.v1.model.GetWebsiteDeliveryTaskReq;
import com.lark.oapi.service.hire.v1.model.GetWebsiteDeliveryTaskResp;
import com.lark.oapi.service.hire.v1.model.ListWebsiteChannelReq;
import com.lark.oapi.service.hire.v1.model.ListWebsiteReq;
import com.lark.oapi.service.hire.v1.model.QueryLocationReq;
import com.lark.oapi.service.hire.v1.model.QueryLocationReqBody;
import com.lark.oapi.service.hire.v1.model.SearchWebsiteJobPostReq;
import com.lark.oapi.service.hire.v1.model.SearchWebsiteJobPostReqBody;
import com.lark.oapi.service.hire.v1.model.WebsiteDelivery;
import com.lark.oapi.service.hire.v1.model.WebsiteDeliveryAttachment;
import com.lark.oapi.service.hire.v1.model.WebsiteDeliveryAttachmentIndentification;
import com.lark.oapi.service.hire.v1.model.WebsiteDeliveryBasicInfo;
import com.lark.oapi.service.hire.v1.model.WebsiteDeliveryResume;
import com.lark.oapi.service.hire.v1.model.WebsiteUser;
import io.github.feishuhire.sandbox.http.Api;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Feishu's own client, which was written against the real thing, finds its way. */
final class OfficialSdkIT {

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.start(SandboxSettings.DEFAULT.withClock(clock));

  private final Client feishu =
      Client.newBuilder("cli_sandbox00000001", "sandbox-secret")
          .openBaseUrl(sandbox.baseUrl().toString())
          .tokenCache(new OwnCache(new ConcurrentHashMap<>()))
          .build();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void acceptsTheDocumentedExample() throws Exception {
    CreateByAttachmentWebsiteDeliveryResp reply = submit("6960663240925956636");

    assertThat(reply.getCode()).isZero();
    assertThat(reply.getData().getTaskId()).matches("[0-9a-f]{32}");
    assertThat(sandbox.requests(Api.TENANT_ACCESS_TOKEN)).hasSize(1);
  }

  @Test
  void followsATaskToItsSuccess() throws Exception {
    String taskId = submit("6960663240925956636").getData().getTaskId();

    assertThat(task(taskId).getData().getStatus()).isNull();
    clock.advance(Duration.ofSeconds(1));
    assertThat(task(taskId).getData().getStatus()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(task(taskId).getData().getStatus()).isEqualTo(2);
    assertThat(task(taskId).getData().getDelivery().getApplicationId())
        .isEqualTo(sandbox.applications().getFirst().id());
  }

  @Test
  void createsASiteUser() throws Exception {
    var user = WebsiteUser.newBuilder().externalId("u-1").name("张三").email("z@example.com").build();

    var reply =
        feishu
            .hire()
            .v1()
            .websiteSiteUser()
            .create(
                CreateWebsiteSiteUserReq.newBuilder()
                    .websiteId("7047318856652261676")
                    .websiteUser(user)
                    .build());

    assertThat(reply.getCode()).isZero();
    assertThat(reply.getData().getSiteUser().getUserId()).matches("\\d{19}");
    assertThat(reply.getData().getSiteUser().getName()).isEqualTo("张三");
  }

  @Test
  void listsWebsitesPageByPage() throws Exception {
    var first = feishu.hire().v1().website().list(websites().pageSize(2).build());
    var second =
        feishu
            .hire()
            .v1()
            .website()
            .list(websites().pageSize(2).pageToken(first.getData().getPageToken()).build());

    assertThat(first.getData().getHasMore()).isTrue();
    assertThat(first.getData().getItems()[0].getName().getZhCn()).isEqualTo("社会招聘");
    assertThat(first.getData().getItems()[1].getProcessTypeList()).containsExactly(2);
    assertThat(second.getData().getHasMore()).isFalse();
    assertThat(second.getData().getItems()).hasSize(1);
  }

  @Test
  void searchesJobPosts() throws Exception {
    var reply =
        feishu
            .hire()
            .v1()
            .websiteJobPost()
            .search(
                SearchWebsiteJobPostReq.newBuilder()
                    .websiteId("7047318856652261676")
                    .pageSize(10)
                    .searchWebsiteJobPostReqBody(
                        SearchWebsiteJobPostReqBody.newBuilder()
                            .keyword("急聘")
                            .cityCodeList(new String[] {"CT_1"})
                            .build())
                    .build());

    assertThat(reply.getData().getItems()).hasSize(1);
    var post = reply.getData().getItems()[0];
    assertThat(post.getId()).isEqualTo("6960663240925956638");
    assertThat(post.getJobActiveStatus()).isEqualTo(1);
    assertThat(post.getJobExpireTime()).isEqualTo("4102416000000");
    assertThat(post.getAddressList()[0].getCity().getCode()).isEqualTo("CT_1");
  }

  @Test
  void createsAndListsChannels() throws Exception {
    var created =
        feishu
            .hire()
            .v1()
            .websiteChannel()
            .create(
                CreateWebsiteChannelReq.newBuilder()
                    .websiteId("7047318856652261676")
                    .createWebsiteChannelReqBody(
                        CreateWebsiteChannelReqBody.newBuilder().channelName("牛客网").build())
                    .build());
    var listed =
        feishu
            .hire()
            .v1()
            .websiteChannel()
            .list(
                ListWebsiteChannelReq.newBuilder()
                    .websiteId("7047318856652261676")
                    .pageSize("100")
                    .build());

    assertThat(created.getData().getLink()).endsWith(created.getData().getCode());
    assertThat(listed.getData().getWebsiteChannelList()).hasSize(3);
    assertThat(listed.getData().getWebsiteChannelList()[2].getId())
        .isEqualTo(created.getData().getId());
  }

  @Test
  void queriesLocations() throws Exception {
    var reply =
        feishu
            .hire()
            .v1()
            .location()
            .query(
                QueryLocationReq.newBuilder()
                    .pageSize(100)
                    .queryLocationReqBody(
                        QueryLocationReqBody.newBuilder()
                            .locationType(3)
                            .codeList(new String[] {"CT_100121"})
                            .build())
                    .build());

    var city = reply.getData().getItems()[0].getCity();
    assertThat(city.getCityCode()).isEqualTo("CT_100121");
    assertThat(city.getStateCode()).isEqualTo("ST_6");
    assertThat(city.getCityNameInfo().getZhName()).isEqualTo("武汉");
  }

  @Test
  void submitsAResumeInFields() throws Exception {
    var resume =
        WebsiteDeliveryResume.newBuilder()
            .basicInfo(WebsiteDeliveryBasicInfo.newBuilder().name("张三").build())
            .build();

    var reply =
        feishu
            .hire()
            .v1()
            .websiteDelivery()
            .createByResume(
                CreateByResumeWebsiteDeliveryReq.newBuilder()
                    .websiteId("7047318856652261676")
                    .websiteDelivery(
                        WebsiteDelivery.newBuilder()
                            .jobPostId("6960663240925956636")
                            .userId("6960663240925956634")
                            .resume(resume)
                            .build())
                    .build());

    assertThat(reply.getCode()).isZero();
    assertThat(reply.getData().getDelivery().getApplicationId())
        .isEqualTo(sandbox.applications().getFirst().id());
  }

  @Test
  void understandsAnErrorReply() throws Exception {
    CreateByAttachmentWebsiteDeliveryResp reply = submit("1");

    assertThat(reply.getCode()).isEqualTo(1002509);
    assertThat(reply.getError().getLogId()).isNotEmpty();
    assertThat(reply.getRequestId()).isEqualTo(reply.getError().getLogId());
  }

  @Test
  void understandsWhichFieldIsMissing() throws Exception {
    CreateByAttachmentWebsiteDeliveryResp reply = submit("");

    assertThat(reply.getCode()).isEqualTo(99992402);
    assertThat(reply.getError().getFieldViolations())
        .extracting(ErrorFieldViolation::getField)
        .containsExactly("job_post_id");
  }

  private CreateByAttachmentWebsiteDeliveryResp submit(String jobPostId) throws Exception {
    var identification =
        WebsiteDeliveryAttachmentIndentification.newBuilder()
            .identificationType(1)
            .identificationNumber("11002030131312312")
            .build();
    var body =
        WebsiteDeliveryAttachment.newBuilder()
            .jobPostId(jobPostId)
            .userId("6960663240925956634")
            .resumeFileId("7095614894070434092")
            .channelId("6891560630172518670")
            .applicationPreferredCityCodeList(new String[] {"CT_100121"})
            .mobileCountryCode("+86")
            .mobile("182900291190")
            .email("foo@bytedance.com")
            .identification(identification)
            .build();
    return feishu
        .hire()
        .v1()
        .websiteDelivery()
        .createByAttachment(
            CreateByAttachmentWebsiteDeliveryReq.newBuilder()
                .websiteId("7047318856652261676")
                .websiteDeliveryAttachment(body)
                .build());
  }

  private static ListWebsiteReq.Builder websites() {
    return ListWebsiteReq.newBuilder();
  }

  private GetWebsiteDeliveryTaskResp task(String taskId) throws Exception {
    return feishu
        .hire()
        .v1()
        .websiteDeliveryTask()
        .get(
            GetWebsiteDeliveryTaskReq.newBuilder()
                .websiteId("7047318856652261676")
                .deliveryTaskId(taskId)
                .build());
  }
}
