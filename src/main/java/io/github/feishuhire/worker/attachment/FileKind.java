package io.github.feishuhire.worker.attachment;

import java.util.HexFormat;
import java.util.List;

/**
 * Guesses from a file's first bytes whether it is of a kind that Feishu's documentation mentions
 * for resumes: PDF, Word and PowerPoint old and new, text, PNG, JPEG. What else it can read is
 * documented nowhere, so this is worth a warning and no refusal.
 */
final class FileKind {

  /** How much of a file has to be looked at: a PDF may have some dirt before it begins. */
  static final int HEAD = 1024;

  private static final List<byte[]> BEGINNINGS =
      List.of(
          bytes("d0cf11e0a1b11ae1"), // .doc, .ppt
          bytes("504b0304"), // .docx, .pptx
          bytes("89504e470d0a1a0a"),
          bytes("ffd8ff"),
          bytes("fffe"), // text as UTF-16
          bytes("feff"));

  private static final byte[] PDF = bytes("255044462d");

  private FileKind() {}

  static boolean isDocumented(byte[] head) {
    return BEGINNINGS.stream().anyMatch(beginning -> isAt(head, 0, beginning))
        || isPdf(head)
        || isText(head);
  }

  private static boolean isPdf(byte[] head) {
    for (int at = 0; at + PDF.length <= head.length; at++) {
      if (isAt(head, at, PDF)) {
        return true;
      }
    }
    return false;
  }

  /** Of any encoding: no byte that no text has. */
  private static boolean isText(byte[] head) {
    for (byte one : head) {
      boolean control = one >= 0 && one < ' ';
      if (control && one != '\t' && one != '\n' && one != '\f' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  private static boolean isAt(byte[] head, int at, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (at + i >= head.length || head[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String hexadecimal) {
    return HexFormat.of().parseHex(hexadecimal);
  }
}
