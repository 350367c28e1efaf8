package io.github.feishuhire.demo.page;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.github.feishuhire.words.Language;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What somebody at the page can do. */
final class Deeds {

  /** Variables that are set or given. */
  record Given(Map<String, Object> variables) {
    @Override
    public String toString() {
      return "Given" + variables.keySet();
    }
  }

  /** An instance to start. */
  record Start(String process, Map<String, Object> variables) {
    @Override
    public String toString() {
      return "Start[" + process + "]";
    }
  }

  /** Whose candidates are to come. */
  record Sending(String language) {}

  /** How Feishu is to behave. */
  record Mood(FeishuMood mood) {}

  /** Files that were dropped. */
  record Dropped(List<Models.File> files) {}

  private final Desk desk;
  private final CamundaClient client;
  private final Mending mending;
  private final Models models;
  private final Supplier<FeishuSide> feishu;
  private final Troupe troupe;

  Deeds(
      Desk desk,
      CamundaClient client,
      Mending mending,
      Models models,
      Supplier<FeishuSide> feishu,
      Troupe troupe) {
    this.desk = desk;
    this.client = client;
    this.mending = mending;
    this.models = models;
    this.feishu = feishu;
    this.troupe = troupe;
  }

  RouterFunction<ServerResponse> routes() {
    return RouterFunctions.route()
        .POST("/candidates", request -> send(read(request, Sending.class)))
        .POST("/instances", request -> start(read(request, Start.class)))
        .POST("/instances/{key}/cancel", request -> cancel(Replies.key(request)))
        .POST("/tasks/{key}/take", request -> take(Replies.key(request)))
        .POST(
            "/tasks/{key}/complete",
            request -> complete(Replies.key(request), read(request, Given.class)))
        .POST(
            "/incidents/{key}/retry",
            request -> retry(Replies.key(request), read(request, Given.class)))
        .POST("/models", request -> deploy(read(request, Dropped.class)))
        .POST("/feishu/mood", request -> set(read(request, Mood.class)))
        .POST("/feishu/revoke", request -> revoke())
        .POST("/feishu/applications/{id}/next", request -> moveOn(request.pathVariable("id")))
        .onError(ClientException.class, (refusal, request) -> refused(refusal))
        .onError(Json.BadRequest.class, (refusal, request) -> refused(refusal))
        .onError(NoSuchElementException.class, (gone, request) -> Replies.nothing())
        .build();
  }

  private static <T> T read(ServerRequest request, Class<T> type)
      throws ServletException, IOException {
    return Json.read(request.body(String.class), type);
  }

  /** The engine's own words, which say what is wrong with a model or with variables. */
  private static ServerResponse refused(Throwable refusal) {
    return ServerResponse.status(HttpStatus.UNPROCESSABLE_ENTITY)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Json.write(Map.of("message", String.valueOf(refusal.getMessage()))));
  }

  private ServerResponse send(Sending sending) {
    troupe.send(Language.of(sending.language()).orElse(Language.EN));
    return done();
  }

  private ServerResponse start(Start start) {
    return Replies.json(Map.of("key", models.start(start.process(), start.variables())));
  }

  private ServerResponse cancel(long key) {
    mending.cancel(key);
    return done();
  }

  private ServerResponse take(long key) {
    desk.take(key);
    return done();
  }

  private ServerResponse complete(long key, Given given) {
    desk.complete(client, key, given.variables());
    return done();
  }

  private ServerResponse retry(long key, Given given) {
    mending.retry(key, given.variables());
    return done();
  }

  private ServerResponse deploy(Dropped dropped) {
    return Replies.json(Map.of("processes", models.deploy(dropped.files())));
  }

  private ServerResponse set(Mood mood) {
    feishu.get().set(mood.mood());
    return done();
  }

  private ServerResponse revoke() {
    feishu.get().revokeTokens();
    return done();
  }

  private ServerResponse moveOn(String application) {
    feishu.get().moveOn(application);
    return done();
  }

  private static ServerResponse done() {
    return ServerResponse.noContent().build();
  }
}
