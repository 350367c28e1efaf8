package io.github.feishuhire.sandbox.attachment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Body;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Every upload makes a new attachment. Assumption: an empty file is one, too. */
public final class AttachmentRules implements Rules {

  private static final long LARGEST = 300L * 1024 * 1024;

  private final Attachments attachments;
  private final Ids ids;

  public AttachmentRules(Attachments attachments, Ids ids) {
    this.attachments = attachments;
    this.ids = ids;
  }

  @Override
  public Reply answer(Call call) {
    Body.Upload upload = call.upload();
    if (upload.size() > LARGEST) {
      throw new Refusal(ErrorCode.PARAMETER_ERROR, "content is larger than 300 MB");
    }
    var attachment =
        new Attachment(ids.decimal(), upload.fileName(), upload.size(), upload.sha256());
    attachments.keep(attachment);
    // This API alone calls its text "message". The link leads nowhere: the content was not kept.
    ObjectNode envelope = Reply.object().put("code", 0).put("message", "OK");
    envelope
        .putObject("data")
        .put("id", attachment.id())
        .put("name", attachment.name())
        .put("url", "https://sandbox.invalid/attachments/" + attachment.id());
    return Reply.ok(envelope);
  }
}
