package io.github.feishuhire.sandbox.attachment;

/** An uploaded file without its content; the digest is lower-case hexadecimal. */
public record Attachment(String id, String name, long size, String sha256) {

  @Override
  public String toString() {
    return "Attachment[id=" + id + ", size=" + size + "]";
  }
}
