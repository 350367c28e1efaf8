package io.github.feishuhire.benchmark.peer;

import com.lark.oapi.Client;
import com.lark.oapi.service.hire.v1.model.CreateByAttachmentWebsiteDeliveryReq;
import com.lark.oapi.service.hire.v1.model.WebsiteDeliveryAttachment;

/** Feishu's official SDK in a worker made by hand. */
public final class Sdk {

  private Sdk() {}

  /** The argument is the number of threads. */
  public static void main(String[] args) {
    Client feishu = Client.newBuilder("cli_sdk", "secret").openBaseUrl(HandMade.baseUrl()).build();
    HandMade.serve(Integer.parseInt(args[0]), candidate -> submit(feishu, candidate));
  }

  private static String submit(Client feishu, Candidate candidate) throws Exception {
    var delivery =
        WebsiteDeliveryAttachment.newBuilder()
            .jobPostId(candidate.jobPostId())
            .userId(candidate.userId())
            .resumeFileId(candidate.resumeFileId())
            .build();
    var request =
        CreateByAttachmentWebsiteDeliveryReq.newBuilder()
            .websiteId(candidate.websiteId())
            .websiteDeliveryAttachment(delivery)
            .build();
    return feishu.hire().v1().websiteDelivery().createByAttachment(request).getData().getTaskId();
  }
}
