package io.github.feishuhire.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

final class ReplyFuzzIT {

  @FuzzTest
  void reply(byte[] text) {
    ReplyLaws.check(Reply.of(text));
  }
}
