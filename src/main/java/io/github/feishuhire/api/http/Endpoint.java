package io.github.feishuhire.api.http;

import java.time.Duration;
import java.util.List;

/**
 * The APIs in use: path, documented limits, and the time one call may take from the first byte to
 * the last.
 *
 * <p>A {@code *} in a path stands for an argument, which is encoded as one segment.
 */
public enum Endpoint {
  /** Its page states no limit. */
  TENANT_ACCESS_TOKEN(
      "POST", "auth/v3/tenant_access_token/internal", List.of(), Duration.ofSeconds(10)),
  CREATE_ATTACHMENT("POST", "hire/v1/attachments", Limit.USUAL, Duration.ofMinutes(5)),
  CREATE_SITE_USER(
      "POST", "hire/v1/websites/*/site_users", Limit.TEN_PER_SECOND, Duration.ofSeconds(20)),
  CREATE_BY_ATTACHMENT(
      "POST",
      "hire/v1/websites/*/deliveries/create_by_attachment",
      Limit.USUAL,
      Duration.ofSeconds(20),
      false),
  GET_DELIVERY_TASK(
      "GET", "hire/v1/websites/*/delivery_tasks/*", Limit.USUAL, Duration.ofSeconds(10));

  /**
   * So many calls in any window of that length, per app and tenant.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control">Feishu:
   *     rate limits</a>
   */
  public record Limit(int calls, Duration window) {
    static final List<Limit> USUAL =
        List.of(new Limit(50, Duration.ofSeconds(1)), new Limit(1000, Duration.ofMinutes(1)));
    static final List<Limit> TEN_PER_SECOND = List.of(new Limit(10, Duration.ofSeconds(1)));
  }

  private final String method;
  private final String path;
  private final List<Limit> limits;
  private final Duration deadline;
  private final boolean repeatable;

  Endpoint(String method, String path, List<Limit> limits, Duration deadline) {
    this(method, path, limits, deadline, true);
  }

  Endpoint(String method, String path, List<Limit> limits, Duration deadline, boolean repeatable) {
    this.method = method;
    this.path = path;
    this.limits = limits;
    this.deadline = deadline;
    this.repeatable = repeatable;
  }

  public String method() {
    return method;
  }

  /** Below {@code /open-apis/}. */
  public String path() {
    return path;
  }

  /** As documented by Feishu; empty where nothing is documented. */
  public List<Limit> limits() {
    return limits;
  }

  /** The longest a call can take, waiting for its turn not included. */
  public Duration deadline() {
    return deadline;
  }

  /** Whether a call that may have had an effect can be made again without harm. */
  public boolean repeatable() {
    return repeatable;
  }
}
