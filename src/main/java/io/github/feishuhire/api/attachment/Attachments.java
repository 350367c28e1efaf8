package io.github.feishuhire.api.attachment;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.ContentException;
import io.github.feishuhire.api.http.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Calls about files. */
public final class Attachments {

  private static final MediaType ANY = MediaType.get("application/octet-stream");

  private record Uploaded(@Nullable String id) {}

  private final Transport transport;

  public Attachments(Transport transport) {
    this.transport = transport;
  }

  /**
   * Uploads a file of at most 300 MB. Calling twice is harmless but leaves two attachments, of
   * which one is never used.
   *
   * @return the attachment's id, which a delivery takes as {@code resume_file_id}
   * @throws FeishuException when it was not accepted
   * @see <a href="https://open.feishu.cn/document/hire-v1/attachment/create_attachment">Feishu:
   *     create attachment</a>
   */
  public String upload(ResumeFile file, CallOptions options) {
    Call call = new Call(Endpoint.CREATE_ATTACHMENT, List.of(), Map.of(), () -> multipart(file));
    return transport.send(call, Uploaded.class, options).id(Uploaded::id);
  }

  private static RequestBody multipart(ResumeFile file) {
    return new MultipartBody.Builder()
        .setType(MultipartBody.FORM)
        .addFormDataPart("content", file.name(), content(file))
        .build();
  }

  private static RequestBody content(ResumeFile file) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        String type = file.contentType();
        MediaType known = type == null ? null : MediaType.parse(type);
        // Without parameters: they may hold line breaks, which would begin another header.
        return known == null ? ANY : MediaType.get(known.type() + "/" + known.subtype());
      }

      @Override
      public long contentLength() {
        return file.size();
      }

      @Override
      public boolean isOneShot() {
        return true;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        try (Source source = source(file)) {
          sink.writeAll(source);
        }
      }
    };
  }

  /** Tells a failure to read from a failure to write. */
  private static Source source(ResumeFile file) throws ContentException {
    try {
      return new ForwardingSource(Okio.source(file.content().open())) {
        @Override
        public long read(Buffer sink, long byteCount) throws ContentException {
          try {
            return super.read(sink, byteCount);
          } catch (IOException e) {
            throw new ContentException(e);
          }
        }
      };
    } catch (IOException e) {
      throw new ContentException(e);
    }
  }
}
