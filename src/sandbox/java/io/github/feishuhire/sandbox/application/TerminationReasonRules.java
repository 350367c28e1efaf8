package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Lists why an application may be ended. */
public final class TerminationReasonRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 200);

  @Override
  public Reply answer(Call call) {
    return Reply.success(
        PAGING.page(call, TerminationReason.ALL.stream().map(TerminationReason::tree).toList()));
  }
}
