package io.github.feishuhire.demo.page;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What routes read and answer alike. */
final class Replies {

  private Replies() {}

  static ServerResponse json(Object value) {
    return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(Json.write(value));
  }

  /** Never shown as a page of its own. */
  static ServerResponse text(String text) {
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(text);
  }

  static ServerResponse nothing() {
    return ServerResponse.notFound().build();
  }

  /** The key in the path. */
  static long key(ServerRequest request) {
    return Long.parseLong(request.pathVariable("key"));
  }
}
