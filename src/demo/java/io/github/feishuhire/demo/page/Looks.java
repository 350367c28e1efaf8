package io.github.feishuhire.demo.page;

import io.github.feishuhire.demo.seen.Deployed;
import io.github.feishuhire.demo.seen.OpenTask;
import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What can be looked at. */
final class Looks {

  private static final String BUNDLES = "io.github.feishuhire.demo.";

  private final Seen seen;
  private final Views views;
  private final Broadcast broadcast;
  private final Supplier<FeishuSide> feishu;
  private final Guard guard;
  private final Language language;

  Looks(
      Seen seen,
      Views views,
      Broadcast broadcast,
      Supplier<FeishuSide> feishu,
      Guard guard,
      Language language) {
    this.seen = seen;
    this.views = views;
    this.broadcast = broadcast;
    this.feishu = feishu;
    this.guard = guard;
    this.language = language;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .GET("/", request -> index())
        .GET("/events", request -> broadcast.open(this::everything))
        .GET("/words/{language}", this::words)
        .GET("/deployed/{key}", this::deployed)
        .GET("/instances/{key}/visits", this::visits)
        .GET("/tasks/{key}/variables", this::variables)
        .GET("/requests/{logId}", this::request)
        .build();
  }

  private ServerResponse index() throws IOException {
    String html =
        new ClassPathResource("index.html", Looks.class)
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("{{token}}", guard.token())
            .replace("{{language}}", language.toString());
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(html);
  }

  private Object everything() {
    return new Page.News(views.of(seen.all()), views.deployed(), feishu.get().view());
  }

  /** What the page says itself, and the demo's words for stories, steps and endings. */
  private ServerResponse words(ServerRequest request) {
    return Language.of(request.pathVariable("language"))
        .map(
            wanted ->
                Replies.json(
                    Stream.of("demo", "page.page")
                        .flatMap(name -> entries(Words.in(wanted, BUNDLES + name)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
        .orElseGet(Replies::nothing);
  }

  private static Stream<Map.Entry<String, String>> entries(ResourceBundle bundle) {
    return bundle.keySet().stream().map(key -> Map.entry(key, bundle.getString(key)));
  }

  private ServerResponse deployed(ServerRequest request) {
    Optional<Deployed> found = seen.deployed(Replies.key(request));
    return found.map(one -> Replies.text(one.text())).orElseGet(Replies::nothing);
  }

  private ServerResponse visits(ServerRequest request) {
    long instance = Replies.key(request);
    return Replies.json(views.visits(instance, feishu.get().exchanges(instance)));
  }

  private ServerResponse variables(ServerRequest request) {
    long key = Replies.key(request);
    return seen.tasks().stream()
        .filter(task -> task.key() == key)
        .findFirst()
        .map((OpenTask task) -> Replies.json(seen.visibleAt(task)))
        .orElseGet(Replies::nothing);
  }

  private ServerResponse request(ServerRequest request) {
    return feishu
        .get()
        .exchange(request.pathVariable("logId"))
        .map(Replies::json)
        .orElseGet(Replies::nothing);
  }
}
