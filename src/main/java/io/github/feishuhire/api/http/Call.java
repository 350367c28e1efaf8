package io.github.feishuhire.api.http;

import io.github.feishuhire.api.Endpoint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One call as a feature describes it.
 *
 * @param arguments one for each {@code *} of the endpoint's path, in order
 * @param query what follows the path, in order
 * @param body asked for once per transmission; null for a call without a body
 */
public record Call(
    Endpoint endpoint,
    List<String> arguments,
    Map<String, String> query,
    @Nullable Supplier<RequestBody> body) {

  /** What no encoding can keep from being taken as a direction. */
  private static final Set<String> NO_SEGMENTS = Set.of("", ".", "..");

  public Call {
    arguments = List.copyOf(arguments);
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
    if (arguments.stream().anyMatch(NO_SEGMENTS::contains)) {
      throw new IllegalArgumentException("An argument would change the path of " + endpoint);
    }
  }

  public static Call get(Endpoint endpoint, String... arguments) {
    return new Call(endpoint, List.of(arguments), Map.of(), null);
  }

  public static Call post(Endpoint endpoint, Object body, String... arguments) {
    RequestBody content = Json.body(body); // what cannot be written fails before anything is sent
    return new Call(endpoint, List.of(arguments), Map.of(), () -> content);
  }

  /** The same with one more parameter after the path; without a value it stays as it is. */
  public Call with(String parameter, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new LinkedHashMap<>(query);
    more.put(parameter, value);
    return new Call(endpoint, arguments, more, body);
  }
}
