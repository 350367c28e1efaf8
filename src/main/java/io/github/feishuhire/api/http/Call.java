package io.github.feishuhire.api.http;

import java.util.List;
import java.util.function.Supplier;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One call as a feature describes it.
 *
 * @param arguments one for each {@code *} of the endpoint's path, in order
 * @param body asked for once per transmission; null for a call without a body
 */
public record Call(
    Endpoint endpoint, List<String> arguments, @Nullable Supplier<RequestBody> body) {

  public Call {
    arguments = List.copyOf(arguments);
  }

  public static Call get(Endpoint endpoint, String... arguments) {
    return new Call(endpoint, List.of(arguments), null);
  }

  public static Call post(Endpoint endpoint, Object body, String... arguments) {
    return new Call(endpoint, List.of(arguments), () -> Json.body(body));
  }
}
