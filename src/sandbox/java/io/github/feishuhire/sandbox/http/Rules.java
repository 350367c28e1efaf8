package io.github.feishuhire.sandbox.http;

/** What one API does with a call that passed the gateway. */
@FunctionalInterface
public interface Rules {

  /**
   * Changes the store and answers.
   *
   * @throws Refusal and has changed nothing
   */
  Reply answer(Call call);

  /** The same where the answer depends on who asks. */
  default Reply answer(Call call, String token) {
    return answer(call);
  }
}
