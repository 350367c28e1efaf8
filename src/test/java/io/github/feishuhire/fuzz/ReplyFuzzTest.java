package io.github.feishuhire.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

final class ReplyFuzzTest {

  @FuzzTest
  void reply(byte[] text) {
    ReplyLaws.check(Reply.of(text));
  }
}
