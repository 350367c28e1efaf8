package io.github.feishuhire.sandbox.application;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Lists the hiring processes with their stages. */
public final class JobProcessRules implements Rules {

  private static final Paging PAGING = new Paging("items", 10, 100);

  @Override
  public Reply answer(Call call) {
    return Reply.success(PAGING.page(call, JobProcess.ALL.stream().map(JobProcess::tree).toList()));
  }
}
