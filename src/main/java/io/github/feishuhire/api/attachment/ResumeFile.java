package io.github.feishuhire.api.attachment;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload, read only while it is sent.
 *
 * @param name with its extension; any script, no path
 * @param contentType null when unknown
 * @param size in bytes; -1 when unknown
 */
public record ResumeFile(String name, @Nullable String contentType, long size, Content content) {

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {

    /**
     * A new stream from the first byte on; called again should the request have to be made again.
     */
    InputStream open() throws IOException;
  }

  @Override
  public String toString() {
    return "ResumeFile[size=" + size + "]";
  }
}
