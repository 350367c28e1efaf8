package io.github.feishuhire.sandbox.http;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that found its API.
 *
 * @param parameters of the path
 * @param query what follows the path
 */
public record Call(Api api, Map<String, String> parameters, Map<String, String> query, Body body) {

  public Call {
    parameters = Map.copyOf(parameters);
    query = Map.copyOf(query);
  }

  /** A parameter of the path, such as {@code website_id}. */
  public String parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  /** A parameter that follows the path, such as {@code page_size}. */
  public Optional<String> queried(String name) {
    return Optional.ofNullable(query.get(name));
  }

  public Fields fields() {
    if (body instanceof Body.Json json) {
      return new Fields("", json.tree());
    }
    throw new Refusal(ErrorCode.BAD_REQUEST, "the body is not a JSON object");
  }

  public Body.Upload upload() {
    return switch (body) {
      case Body.Upload upload -> upload;
      case Body.Unreadable unreadable ->
          throw new Refusal(ErrorCode.PARAMETER_ERROR, unreadable.reason());
      case Body.Json ignored -> throw noFile();
      case Body.None ignored -> throw noFile();
    };
  }

  private static Refusal noFile() {
    return new Refusal(ErrorCode.PARAMETER_ERROR, "no multipart/form-data with a part content");
  }

  @Override
  public String toString() {
    return "Call[" + api + "]";
  }
}
