package io.github.feishuhire.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a {@link RawServer} does with a request of which it has read the head. */
@FunctionalInterface
interface Script {

  void answer(Incoming request) throws IOException;

  /** Reads the request, then goes on. */
  default Script afterReading() {
    return request -> {
      request.readBody();
      answer(request);
    };
  }

  static Script reply(int status, String body, String... headers) {
    return raw(bytes(status, body.getBytes(StandardCharsets.UTF_8), headers));
  }

  static Script reply(int status, byte[] body, String... headers) {
    return raw(bytes(status, body, headers));
  }

  /** Writes these bytes, whatever they are, and leaves the connection open. */
  static Script raw(byte[] bytes) {
    Script write = request -> request.write(bytes);
    return write.afterReading();
  }

  /** Writes these bytes and closes. */
  static Script rawThenClose(String text) {
    Script write =
        request -> {
          request.write(text.getBytes(StandardCharsets.UTF_8));
          request.close();
        };
    return write.afterReading();
  }

  private static byte[] bytes(int status, byte[] body, String... headers) {
    var out = new ByteArrayOutputStream();
    String head =
        "HTTP/1.1 %d Whatever\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(
                status,
                headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n",
                body.length);
    out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
