package io.github.feishuhire.api.attachment;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload, read only while it is sent.
 *
 * @param name with its extension; any script, no path
 * @param contentType null when unknown
 * @param size in bytes, always known: nothing says that Feishu takes a request of unknown length
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

  public ResumeFile {
    if (size < 0) {
      throw new IllegalArgumentException("A file is sent with its size");
    }
  }

  @Override
  public String toString() {
    return "ResumeFile[size=" + size + "]";
  }
}
