package io.github.feishuhire.worker.attachment;

/**
 * A file's name as it may travel in a header: any script, but no path, no control characters, and
 * not endless.
 */
final class FileName {

  private static final int LONGEST = 200;
  private static final int LONGEST_EXTENSION = 10;

  private FileName() {}

  /**
   * Keeps the extension, by which Feishu tells the kind of file; a name that is nothing but dirt
   * becomes "resume".
   */
  static String safe(String name) {
    String clean = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}/\\\\]", "_").strip();
    if (clean.replaceAll("[_. ]", "").isEmpty()) {
      return "resume";
    }
    return clean.codePointCount(0, clean.length()) <= LONGEST ? clean : shortened(clean);
  }

  private static String shortened(String name) {
    int dot = name.lastIndexOf('.');
    String extension =
        dot >= 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    return name.substring(0, name.offsetByCodePoints(0, LONGEST - extension.length())) + extension;
  }
}
