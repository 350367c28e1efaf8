package io.github.feishuhire.testbed.feishu;

import java.io.IOException;
import java.net.Socket;

/** What is done with the connection once it is Feishu's turn. */
@FunctionalInterface
public interface Wire {

  /**
   * Writes, waits or breaks.
   *
   * @param socket the connection
   * @param usual the reply that would be right
   * @return whether the connection can be used further
   */
  boolean play(Socket socket, String usual) throws IOException, InterruptedException;
}
