package io.github.feishuhire.sandbox.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Shows the basic information of an application, and none of what may be asked for besides. */
public final class ApplicationDetailRules implements Rules {

  private final Applications applications;

  public ApplicationDetailRules(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Reply answer(Call call) {
    JobApplication found = applications.require(call.parameter("application_id"));
    ObjectNode data = Reply.object();
    data.putObject("application_detail").set("basic_info", ApplicationTree.basicInfo(found));
    return Reply.success(data);
  }
}
