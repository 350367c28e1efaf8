package io.github.feishuhire.demo;

import java.util.List;
import java.util.stream.Stream;

/** Settings that no file and no variable of this machine overrides, only an argument does. */
final class Settings {

  private Settings() {}

  /** The arguments, and of the settings those that they do not have. */
  static String[] asArguments(String[] args, List<String> settings) {
    return Stream.concat(
            Stream.of(args),
            settings.stream()
                .map(setting -> "--" + setting)
                .filter(setting -> Stream.of(args).noneMatch(given -> isOf(given, setting))))
        .toArray(String[]::new);
  }

  private static boolean isOf(String given, String setting) {
    return given.startsWith(setting.substring(0, setting.indexOf('=') + 1));
  }
}
