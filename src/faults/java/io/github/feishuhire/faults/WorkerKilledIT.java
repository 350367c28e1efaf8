package io.github.feishuhire.faults;

/** The connector as a process of its own. */
final class WorkerKilledIT extends KilledIT {

  WorkerKilledIT() {
    super("1 kill -9");
  }

  @Override
  Stage on(Stage main) {
    return main;
  }

  @Override
  int rounds(Size size) {
    return size.of(1, 4);
  }
}
