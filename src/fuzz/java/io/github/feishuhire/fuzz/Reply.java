package io.github.feishuhire.fuzz;

import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;

/**
 * What Feishu, or whoever is between, may answer.
 *
 * @param reset the header {@code x-ogw-ratelimit-reset}
 * @param logId the header {@code X-Tt-Logid}
 */
record Reply(int status, String reset, String logId, ByteString body) {

  private static final MediaType JSON = MediaType.get("application/json");

  static Reply of(int status, String body) {
    return new Reply(status, "", "", ByteString.encodeUtf8(body));
  }

  /** Three lines, then the body: so a fuzzer finds the parts, and a person can read them. */
  static Reply of(byte[] text) {
    String[] parts = new String(text, StandardCharsets.ISO_8859_1).split("\n", 4);
    return new Reply(
        parts[0].matches("[1-9][0-9]{2}") ? Integer.parseInt(parts[0]) : 200,
        parts.length > 1 ? parts[1] : "",
        parts.length > 2 ? parts[2] : "",
        ByteString.encodeString(parts.length > 3 ? parts[3] : "", StandardCharsets.ISO_8859_1));
  }

  Response to(Request request) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .headers(
            new Headers.Builder()
                .addUnsafeNonAscii("x-ogw-ratelimit-reset", onOneLine(reset))
                .addUnsafeNonAscii("X-Tt-Logid", onOneLine(logId))
                .build())
        .body(ResponseBody.create(body, JSON))
        .build();
  }

  /** As OkHttp reads headers from a connection: anything but the end of the line. */
  private static String onOneLine(String header) {
    return header.replaceAll("[\\p{Cc}\\p{Cs}]", "").strip();
  }
}
