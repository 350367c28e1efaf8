package io.github.feishuhire.api.http;

import java.io.IOException;

/**
 * What was to be sent could not be read to its end; nobody acts on a request of which a part is
 * missing.
 */
public final class ContentException extends IOException {

  public ContentException(IOException cause) {
    super("the content could not be read to its end", cause);
  }
}
