package io.github.feishuhire.camunda;

import io.github.feishuhire.testbed.process.FreePort;
import java.util.OptionalInt;

/**
 * Where the parts listen, all of them on this machine only.
 *
 * @param web where a browser looks
 * @param grpc where a Modeler deploys to, and where the worker gets its jobs
 * @param rest where documents are, and user tasks are completed
 */
record Places(int web, int grpc, int rest, int search) {

  private static final int WEB = 8080;
  private static final int GRPC = 26500;
  private static final int REST = 8088;
  private static final int SEARCH = 9200;
  private static final int TRIED = 50;

  /**
   * The usual ports, or those beside them.
   *
   * @throws NotStarted when these are taken, too
   */
  static Places choose() throws NotStarted {
    int web = near(WEB, REST - WEB);
    return new Places(web, near(GRPC, TRIED), near(REST, TRIED), near(SEARCH, TRIED));
  }

  /**
   * @throws NotStarted when none of so many is free
   */
  static int near(int usual, int tried) throws NotStarted {
    OptionalInt free = FreePort.near(usual, tried);
    if (free.isEmpty()) {
      throw new NotStarted("ports", Integer.toString(usual), Integer.toString(usual + tried - 1));
    }
    return free.getAsInt();
  }
}
