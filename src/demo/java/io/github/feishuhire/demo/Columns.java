package io.github.feishuhire.demo;

import java.lang.Character.UnicodeScript;

/** Columns of text in which a Chinese character takes two places. */
final class Columns {

  private Columns() {}

  static String padded(String text, int width) {
    int places = text.codePoints().map(c -> UnicodeScript.of(c) == UnicodeScript.HAN ? 2 : 1).sum();
    return text + " ".repeat(Math.max(1, width - places));
  }
}
