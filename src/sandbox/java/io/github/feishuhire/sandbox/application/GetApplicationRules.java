package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.Optional;

/** Shows an application, or the latest one that a recruiter has made of it. */
public final class GetApplicationRules implements Rules {

  private final Applications applications;

  public GetApplicationRules(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Reply answer(Call call) {
    JobApplication found = applications.require(call.parameter("application_id"));
    if (call.queried("options").filter("get_latest_application_on_chain"::equals).isPresent()) {
      for (Optional<String> next = found.successor(); next.isPresent(); next = found.successor()) {
        found = applications.require(next.get());
      }
    }
    return Reply.success(Reply.object().set("application", ApplicationTree.of(found)));
  }
}
