package io.github.feishuhire.faults;

import java.util.Locale;

/**
 * How much is done.
 *
 * @param seed of everything that is random; the same one again with {@code -Dfaults.seed}
 */
record Size(String name, boolean full, long seed) {

  static Size configured() {
    String name = System.getProperty("faults.size", "small").toLowerCase(Locale.ROOT);
    if (!name.equals("small") && !name.equals("full")) {
      throw new IllegalArgumentException("faults.size is small or full");
    }
    String seed = System.getProperty("faults.seed", "");
    return new Size(
        name,
        name.equals("full"),
        seed.isEmpty() ? System.currentTimeMillis() % 1_000_000 : Long.parseLong(seed));
  }

  int of(int small, int large) {
    return full ? large : small;
  }
}
