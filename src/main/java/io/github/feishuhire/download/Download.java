package io.github.feishuhire.download;

import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A file whose first byte has arrived or is about to; the rest comes while it is read. */
public final class Download implements AutoCloseable {

  private final Response response;

  Download(Response response) {
    this.response = response;
  }

  /** The last segment of its address, with its escapes resolved; often empty. */
  public String name() {
    return response.request().url().pathSegments().getLast();
  }

  public @Nullable String contentType() {
    MediaType type = response.body().contentType();
    return type == null ? null : type.toString();
  }

  /** In bytes; -1 when unknown. */
  public long size() {
    return response.body().contentLength();
  }

  /** The bytes; always the same stream. */
  public InputStream stream() {
    return response.body().byteStream();
  }

  /** What was not read is not fetched any more. */
  @Override
  public void close() {
    response.close();
  }
}
