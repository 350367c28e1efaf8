package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Obstacle;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Makes a request of a call and sends it, once. */
final class WireChannel implements CallChannel {

  private final HttpUrl root;
  private final HttpSender http;
  private final ServerClock clock;
  private final Time time;

  WireChannel(App app, HttpSender http, ServerClock clock, Time time) {
    this.root =
        Objects.requireNonNull(HttpUrl.get(app.baseUrl()))
            .newBuilder()
            .addPathSegment("open-apis")
            .build();
    this.http = http;
    this.clock = clock;
    this.time = time;
  }

  @Override
  public Answer<JsonNode> send(Sending sending) {
    Duration left = Duration.between(time.now(), sending.latest());
    if (!left.isPositive()) { // fetching a fresh token took it all
      throw new FeishuException(new NotSent(Obstacle.NO_TOKEN));
    }
    Endpoint endpoint = sending.call().endpoint();
    Answer<JsonNode> answer =
        http.send(request(sending), left, endpoint.longestSilence(), endpoint.largestReply());
    clock.saw(answer.date());
    return answer;
  }

  private Request.Builder request(Sending sending) {
    Call call = sending.call();
    HttpUrl.Builder url = root.newBuilder();
    Iterator<String> arguments = call.arguments().iterator();
    for (String segment : List.of(call.endpoint().path().split("/"))) {
      url.addPathSegment(segment.equals("*") ? arguments.next() : segment);
    }
    call.query().forEach(url::addQueryParameter);
    var body = call.body();
    Request.Builder request =
        new Request.Builder()
            .url(url.build())
            .method(call.endpoint().method(), body == null ? null : body.get());
    return sending.token().isEmpty()
        ? request
        : request.header("Authorization", "Bearer " + sending.token());
  }
}
