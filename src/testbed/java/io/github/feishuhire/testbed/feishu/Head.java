package io.github.feishuhire.testbed.feishu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request line and headers; names in small letters. */
record Head(String path, Map<String, String> headers) {

  /** Null when the connection ended instead, and when the first byte cannot begin a request. */
  static @Nullable Head read(InputStream in) throws IOException {
    in.mark(1);
    if (!Character.isUpperCase(in.read())) {
      return null;
    }
    in.reset();
    String request = line(in);
    if (request == null) {
      return null;
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Head(List.of(request.split(" ", -1)).get(1), headers);
  }

  byte[] body(InputStream in) throws IOException {
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return body;
  }

  private static @Nullable String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        return null;
      }
      if (one != '\r') {
        line.write(one);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
