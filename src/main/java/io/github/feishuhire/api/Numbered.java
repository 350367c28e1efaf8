package io.github.feishuhire.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One of the values that Feishu has numbers for. */
public interface Numbered {

  /** Feishu's. */
  int number();

  /** As the enum has it. */
  String name();

  /** For people and expressions: the name in small letters. */
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of that number; null where there is none, or no number. */
  static <E extends Numbered> @Nullable E of(E[] values, @Nullable Integer number) {
    return number == null
        ? null
        : Arrays.stream(values).filter(one -> one.number() == number).findFirst().orElse(null);
  }
}
