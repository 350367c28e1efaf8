package io.github.feishuhire.worker.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.worker.catalogue.Output;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an earlier run, or a person, left behind in the claim. */
sealed interface ClaimState {

  ObjectMapper MAPPER = new ObjectMapper();
  Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Nothing was submitted, or nothing that had an effect. */
  record Free(int attempts) implements ClaimState {}

  /**
   * It left, and nobody knows more.
   *
   * @param at when, where that is known
   */
  record Sent(int attempts, @Nullable String at) implements ClaimState {}

  /**
   * It arrived.
   *
   * @param confirmed whether it is a person who says so
   */
  record Accepted(Map<String, Object> outputs, boolean confirmed) implements ClaimState {
    @Override
    public String toString() {
      return "Accepted" + outputs.keySet();
    }
  }

  /** A person wrote something else. */
  record Unreadable() implements ClaimState {}

  /**
   * Of a claim that is the task's own.
   *
   * @param output that an accepted submission must have; null where none will do
   */
  static ClaimState of(JsonNode claim, @Nullable Output output) {
    if (claim.isMissingNode() || claim.isNull()) {
      return new Free(0);
    }
    int attempts = claim.path("attempt").asInt();
    return switch (claim.path("state").asText()) {
      case "released" -> new Free(attempts);
      case "sent" -> new Sent(attempts, time(claim.path("at")));
      case "accepted" -> output == null ? new Unreadable() : accepted(claim, output);
      default -> new Unreadable();
    };
  }

  private static ClaimState accepted(JsonNode claim, Output output) {
    String name = output.name();
    JsonNode value = claim.path(name);
    if (isOutput(name, value)) {
      return new Accepted(
          Map.of(name, MAPPER.convertValue(value, Object.class)),
          !claim.path(Claim.WRITER).asText().equals(Claim.WORKER));
    }
    String foundAs = output.foundAs();
    // What a person sees in Feishu is the application, and never a delivery task.
    return foundAs != null && value.isMissingNode() && isOutput(foundAs, claim.path(foundAs))
        ? new Accepted(output.found(claim.path(foundAs).textValue()), true)
        : new Unreadable();
  }

  /**
   * Nobody is free to submit, or need not, because of what stands in another scope. A doubt stays
   * one: an older worker did not mark its claims. So does a yes to an incident that it had left.
   */
  static ClaimState ofAnother(JsonNode claim, int failedTries) {
    return switch (claim.path("state").asText()) {
      case "released" -> new Free(0);
      case "accepted" -> failedTries == 0 ? new Free(0) : new Unreadable();
      default -> of(claim, null);
    };
  }

  /** An id is text that looks like one; every other output is an object with ids in it. */
  private static boolean isOutput(String output, JsonNode value) {
    return output.endsWith("_id")
        ? value.isTextual() && ID.matcher(value.textValue()).matches()
        : value.isObject()
            && value
                .propertyStream()
                .filter(member -> member.getKey().endsWith("_id"))
                .allMatch(member -> isOutput(member.getKey(), member.getValue()));
  }

  /** Only what is a time is shown again: a person can write anything here. */
  private static @Nullable String time(JsonNode at) {
    return at.asText().matches("[0-9TZ:.+-]{10,40}") ? at.asText() : null;
  }
}
