package io.github.feishuhire.sandbox.attachment;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/**
 * Previews are of a talent's resume, and there is none here: an uploaded file is something else.
 */
public final class PreviewRules implements Rules {

  @Override
  public Reply answer(Call call) {
    throw new Refusal(ErrorCode.PARAMETER_ERROR, "no resume of a talent has this id");
  }
}
