package io.github.feishuhire.faults;

/** The connector in Camunda's connector runtime, which dies with it. */
final class RuntimeKilledIT extends KilledIT {

  RuntimeKilledIT() {
    super("1 runtime kill -9");
  }

  @Override
  Stage on(Stage main) {
    return main.inRuntime();
  }

  @Override
  int rounds(Size size) {
    return size.of(1, 4);
  }
}
