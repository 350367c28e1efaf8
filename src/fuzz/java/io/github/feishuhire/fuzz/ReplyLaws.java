package io.github.feishuhire.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.Drafts;
import io.github.feishuhire.api.http.InMemory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What holds for every reply, however odd. */
final class ReplyLaws {

  private static final CallOptions TERMS = CallOptions.patient(Duration.ofSeconds(1));
  private static final String TASK = "868987b4b03b4e1bb7beeb4903d0f5ee";
  private static final String LOG_ID = "[A-Za-z0-9._-]{1,128}";
  private static final String NAME =
      "[A-Za-z][A-Za-z0-9_.:\\[\\]-]{0,99}|_[A-Za-z0-9_.\\[\\]]{0,99}";
  private static final Reply TOKEN =
      Reply.of(200, "{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}");
  private static final Reply YES =
      Reply.of(200, "{\"code\":0,\"data\":{\"task_id\":\"" + TASK + "\"}}");

  /** As strict as the product claims to be, and made otherwise. */
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private ReplyLaws() {}

  /** As the reply to each kind of request; throws when a law is broken. */
  static void check(Reply reply) {
    submitted(reply);
    looked(reply);
    tokenFetched(reply);
  }

  private static void submitted(Reply reply) {
    Optional<String> taskId =
        call(reply, feishu -> feishu.submit(Drafts.WEBSITE, Drafts.documented(), TERMS));
    taskId.ifPresent(
        id -> {
          assertThat(id).isNotBlank().isEqualTo(tree(reply).at("/data/task_id").textValue());
          assertThat(isYes(reply)).isTrue();
        });
  }

  private static void looked(Reply reply) {
    call(reply, feishu -> feishu.task(Drafts.WEBSITE, TASK, TERMS))
        .ifPresent(task -> assertThat(isYes(reply)).isTrue());
  }

  /** No reply to the request for a token makes a doubt of the submission that needs one. */
  private static void tokenFetched(Reply reply) {
    Deliveries deliveries =
        new Deliveries(
            InMemory.answering(
                request ->
                    (request.url().encodedPath().contains("/auth/") ? reply : YES).to(request)));
    try {
      assertThat(deliveries.submit(Drafts.WEBSITE, Drafts.documented(), TERMS)).isEqualTo(TASK);
      assertThat(isYes(reply)).isTrue();
    } catch (FeishuException e) {
      assertThat(e.failure()).isNotInstanceOf(Unanswered.class);
      presentable(e.failure());
    }
  }

  private static <T> Optional<T> call(Reply reply, Function<Deliveries, T> call) {
    Deliveries deliveries =
        new Deliveries(
            InMemory.answering(
                request ->
                    (request.url().encodedPath().contains("/auth/") ? TOKEN : reply).to(request)));
    try {
      return Optional.of(call.apply(deliveries));
    } catch (FeishuException e) {
      justified(e.failure(), reply);
      presentable(e.failure());
      return Optional.empty();
    }
  }

  /** A definite no is one that Feishu has said. */
  private static void justified(FeishuFailure failure, Reply reply) {
    switch (failure) {
      case Refused refused -> assertThat(refused.code()).isEqualTo(code(reply)).isNotZero();
      case SetUpFault fault -> assertThat(fault.code()).isEqualTo(code(reply)).isNotZero();
      case Throttled throttled ->
          assertThat(throttled.retryAfter())
              .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
      case Unanswered unanswered -> assertThat(unanswered.httpStatus()).isEqualTo(reply.status());
      case Unavailable unavailable -> throw new AssertionError("one failure is no outage");
      case NotSent notSent -> throw new AssertionError("it was sent");
    }
  }

  private static void presentable(FeishuFailure failure) {
    if (failure.logId() != null) {
      assertThat(failure.logId()).matches(LOG_ID);
    }
    List<String> names =
        switch (failure) {
          case Refused refused -> refused.fields();
          case SetUpFault fault -> fault.missingScopes();
          default -> List.of();
        };
    assertThat(names).hasSizeLessThanOrEqualTo(10).allMatch(name -> name.matches(NAME));
    Lines.of(failure).forEach(Lines::check);
  }

  private static boolean isYes(Reply reply) {
    return reply.status() / 100 == 2 && Integer.valueOf(0).equals(code(reply));
  }

  private static @Nullable Integer code(Reply reply) {
    JsonNode code = tree(reply).path("code");
    return code.isIntegralNumber() && code.canConvertToInt() ? code.intValue() : null;
  }

  private static JsonNode tree(Reply reply) {
    try {
      return STRICT.readTree(UTF_8.newDecoder().decode(reply.body().asByteBuffer()).toString());
    } catch (IOException e) {
      return STRICT.missingNode();
    }
  }
}
