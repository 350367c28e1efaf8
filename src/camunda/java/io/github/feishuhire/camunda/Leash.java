package io.github.feishuhire.camunda;

import java.io.IOException;

/**
 * Ends the program that it is an agent of when whoever started it lets go of its input: by closing
 * it, or by being gone, however that came about.
 */
public final class Leash {

  private static final long PATIENCE_MILLIS = 20_000;

  private Leash() {}

  /** Called by Java, before the program. */
  public static void premain(String arguments) {
    Thread.ofPlatform().daemon().name("leash").start(Leash::hold);
  }

  private static void hold() {
    try {
      while (System.in.read() >= 0) {
        // Nobody has anything to say to it.
      }
    } catch (IOException gone) {
      // As good as an end.
    }
    Thread.ofPlatform().daemon().name("leash-end").start(Leash::endForGood);
    System.exit(0);
  }

  /** A program can hang while it shuts down. */
  private static void endForGood() {
    try {
      Thread.sleep(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
