package io.github.feishuhire.demo;

import io.github.feishuhire.testbed.process.FreePort;
import java.io.IOException;

/**
 * Where the demo listens: at the usual places, or beside them when somebody else is there.
 *
 * @param engine where a Modeler deploys to
 * @param page where a browser looks
 */
record Ports(int engine, int page) {

  private static final int ENGINE = 26500;
  private static final int PAGE = 8080;
  private static final int TRIED = 50;

  /**
   * Ports that nobody uses at this moment.
   *
   * @throws IOException when there are none
   */
  static Ports choose() throws IOException {
    return new Ports(near(ENGINE), near(PAGE));
  }

  private static int near(int usual) throws IOException {
    return FreePort.near(usual, TRIED)
        .orElseThrow(() -> new IOException(usual + "-" + (usual + TRIED - 1)));
  }
}
