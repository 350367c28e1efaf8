package io.github.feishuhire.sandbox.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.feishuhire.sandbox.http.Body;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.BufferedSource;
import okio.HashingSink;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** Reads a request to its end, so that even a refused one finds its caller ready to listen. */
final class BodyReader {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private BodyReader() {}

  static Body read(HttpExchange exchange) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Content-Type");
    MediaType type = header == null ? null : MediaType.parse(header);
    try (InputStream in = exchange.getRequestBody()) {
      Body body = read(type, in);
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }

  private static Body read(@Nullable MediaType type, InputStream in) throws IOException {
    if (type != null && type.type().equals("multipart")) {
      String boundary = type.parameter("boundary");
      return boundary == null
          ? new Body.Unreadable("the form has no boundary")
          : readForm(boundary, in);
    }
    byte[] bytes = in.readAllBytes();
    if (bytes.length == 0) {
      return new Body.None();
    }
    if (type == null || !type.subtype().equals("json")) {
      return new Body.Unreadable("the content type is not application/json");
    }
    try {
      return JSON.readTree(bytes) instanceof ObjectNode tree
          ? new Body.Json(tree)
          : new Body.Unreadable("the body is not a JSON object");
    } catch (JsonProcessingException malformed) {
      return new Body.Unreadable("the body is not JSON");
    }
  }

  private static Body readForm(String boundary, InputStream in) throws IOException {
    // Not closed: what the reader leaves is still to be read from the connection.
    var form = new MultipartReader(Okio.buffer(Okio.source(in)), boundary);
    Body found = new Body.Unreadable("the form has no part content with a file name");
    try {
      for (var part = form.nextPart(); part != null; part = form.nextPart()) {
        Optional<String> fileName = fileName(part.headers().get("Content-Disposition"));
        if (fileName.isPresent()) {
          found = count(fileName.get(), part.body());
        }
      }
      return found;
    } catch (ProtocolException | EOFException | IllegalArgumentException malformed) {
      return new Body.Unreadable("the form is malformed");
    }
  }

  private static Optional<String> fileName(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    ContentDisposition disposition = ContentDisposition.parse(header);
    return "content".equals(disposition.getName())
        ? Optional.ofNullable(disposition.getFilename())
        : Optional.empty();
  }

  private static Body count(String fileName, BufferedSource content) throws IOException {
    try (HashingSink digest = HashingSink.sha256(Okio.blackhole())) {
      long size = content.readAll(digest);
      return new Body.Upload(fileName, size, digest.hash().hex());
    }
  }
}
