package io.github.feishuhire.benchmark.peer;

/** Calls nobody: what the engine can do at most. */
public final class Noop {

  private Noop() {}

  /** The argument is the number of threads. */
  public static void main(String[] args) {
    HandMade.serve(Integer.parseInt(args[0]), candidate -> "none");
  }
}
