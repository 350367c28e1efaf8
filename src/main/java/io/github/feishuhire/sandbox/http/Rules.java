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
}
