package io.github.feishuhire.drift;

/** How templates and models write the names of variables. */
final class Variables {

  private Variables() {}

  /** {@code identification} of {@code identification.identification_type}. */
  static String first(String path) {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
