package io.github.feishuhire.api;

import java.time.Duration;
import java.util.List;
import org.apache.commons.lang3.ObjectUtils;

/**
 * The APIs in use: path, documented limits and scopes, and the time one call may take from the
 * first byte to the last.
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
      Reply.OBJECT,
      false),
  GET_DELIVERY_TASK(
      "GET", "hire/v1/websites/*/delivery_tasks/*", Limit.USUAL, Duration.ofSeconds(10)),
  CREATE_BY_RESUME(
      "POST",
      "hire/v1/websites/*/deliveries/create_by_resume",
      Limit.USUAL,
      Duration.ofSeconds(20),
      Reply.OBJECT,
      false),
  LIST_WEBSITES(
      "GET", "hire/v1/websites", Limit.TEN_PER_SECOND, Duration.ofSeconds(20), Reply.LIST),
  SEARCH_JOB_POSTS(
      "POST",
      "hire/v1/websites/*/job_posts/search",
      Limit.FIFTY_PER_SECOND,
      Duration.ofSeconds(20),
      Reply.LIST),
  GET_JOB_POST("GET", "hire/v1/websites/*/job_posts/*", Limit.USUAL, Duration.ofSeconds(10)),
  LIST_CHANNELS(
      "GET", "hire/v1/websites/*/channels", Limit.USUAL, Duration.ofSeconds(20), Reply.LIST),
  CREATE_CHANNEL("POST", "hire/v1/websites/*/channels", Limit.USUAL, Duration.ofSeconds(20)),
  QUERY_LOCATIONS(
      "POST", "hire/v1/locations/query", Limit.FIVE_PER_SECOND, Duration.ofSeconds(20), Reply.LIST),
  GET_TALENT_IDS("POST", "hire/v1/talents/batch_get_id", Limit.USUAL, Duration.ofSeconds(10)),
  LIST_APPLICATIONS("GET", "hire/v1/applications", Limit.USUAL, Duration.ofSeconds(10), Reply.LIST),
  GET_APPLICATION("GET", "hire/v1/applications/*", Limit.USUAL, Duration.ofSeconds(10)),
  TRANSFER_STAGE(
      "POST", "hire/v1/applications/*/transfer_stage", Limit.USUAL, Duration.ofSeconds(20)),
  TERMINATE_APPLICATION(
      "POST", "hire/v1/applications/*/terminate", Limit.TWENTY_PER_SECOND, Duration.ofSeconds(20)),
  RECOVER_APPLICATION(
      "POST", "hire/v1/applications/*/recover", Limit.USUAL, Duration.ofSeconds(20)),
  LIST_TERMINATION_REASONS(
      "GET", "hire/v1/termination_reasons", Limit.USUAL, Duration.ofSeconds(20), Reply.LIST),
  LIST_JOB_PROCESSES(
      "GET", "hire/v1/job_processes", Limit.TWENTY_PER_SECOND, Duration.ofSeconds(20), Reply.LIST),
  LIST_INTERVIEWS(
      "GET", "hire/v1/interviews", Limit.FIFTY_PER_SECOND, Duration.ofSeconds(20), Reply.LIST),
  LIST_EVALUATIONS("GET", "hire/v1/evaluations", Limit.USUAL, Duration.ofSeconds(20), Reply.LIST),
  GET_APPLICATION_OFFER(
      "GET", "hire/v1/applications/*/offer", Limit.TWENTY_PER_SECOND, Duration.ofSeconds(10)),
  TAG_TALENT("POST", "hire/v1/talents/*/tag", Limit.TWENTY_PER_SECOND, Duration.ofSeconds(20)),
  LIST_TALENT_TAGS(
      "GET", "hire/v1/talent_tags", Limit.TWENTY_PER_SECOND, Duration.ofSeconds(20), Reply.LIST),
  CREATE_NOTE(
      "POST",
      "hire/v1/notes",
      Limit.TWENTY_PER_SECOND,
      Duration.ofSeconds(20),
      Reply.OBJECT,
      false);

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
    static final List<Limit> FIFTY_PER_SECOND = List.of(new Limit(50, Duration.ofSeconds(1)));
    static final List<Limit> TWENTY_PER_SECOND = List.of(new Limit(20, Duration.ofSeconds(1)));
    static final List<Limit> TEN_PER_SECOND = List.of(new Limit(10, Duration.ofSeconds(1)));
    static final List<Limit> FIVE_PER_SECOND = List.of(new Limit(5, Duration.ofSeconds(1)));
  }

  private enum Reply {
    OBJECT(64 * 1024),
    LIST(4 * 1024 * 1024);

    private final int largest;

    Reply(int largest) {
      this.largest = largest;
    }
  }

  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

  private final String method;
  private final String path;
  private final List<Limit> limits;
  private final Duration deadline;
  private final Reply reply;
  private final boolean repeatable;

  Endpoint(String method, String path, List<Limit> limits, Duration deadline) {
    this(method, path, limits, deadline, Reply.OBJECT, true);
  }

  Endpoint(String method, String path, List<Limit> limits, Duration deadline, Reply reply) {
    this(method, path, limits, deadline, reply, true);
  }

  Endpoint(
      String method,
      String path,
      List<Limit> limits,
      Duration deadline,
      Reply reply,
      boolean repeatable) {
    this.method = method;
    this.path = path;
    this.limits = limits;
    this.deadline = deadline;
    this.reply = reply;
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

  /** The scopes of an app, any one of which lets its calls through; none where none is needed. */
  public List<String> scopes() {
    return switch (this) {
      case TENANT_ACCESS_TOKEN -> List.of();
      case CREATE_ATTACHMENT -> List.of("hire:attachment");
      case CREATE_SITE_USER, CREATE_CHANNEL -> List.of("hire:site");
      case LIST_WEBSITES, LIST_CHANNELS -> List.of("hire:site:readonly", "hire:site");
      case CREATE_BY_ATTACHMENT, CREATE_BY_RESUME -> List.of("hire:site_application");
      case GET_DELIVERY_TASK -> List.of("hire:site_application:readonly", "hire:site_application");
      case SEARCH_JOB_POSTS, GET_JOB_POST -> List.of("hire:site_job_post:readonly");
      case QUERY_LOCATIONS -> List.of("hire:location:readonly");
      case LIST_APPLICATIONS, GET_APPLICATION, LIST_TERMINATION_REASONS, GET_APPLICATION_OFFER ->
          List.of("hire:application:readonly", "hire:application");
      case TRANSFER_STAGE, TERMINATE_APPLICATION, RECOVER_APPLICATION ->
          List.of("hire:application");
      case LIST_JOB_PROCESSES -> List.of("hire:job_process:readonly");
      case LIST_INTERVIEWS -> List.of("hire:interview:readonly", "hire:interview");
      case LIST_EVALUATIONS -> List.of("hire:evaluation:readonly");
      case GET_TALENT_IDS -> List.of("hire:talent:readonly", "hire:talent");
      case TAG_TALENT -> List.of("hire:talent");
      case LIST_TALENT_TAGS -> List.of("hire:talent_tag:readonly", "hire:talent_tag");
      case CREATE_NOTE -> List.of("hire:note");
    };
  }

  /** The longest a call can take, waiting for its turn not included. */
  public Duration deadline() {
    return deadline;
  }

  /**
   * How long neither side may be silent. Where a call can take minutes, an outage would otherwise
   * be noticed only then.
   */
  public Duration longestSilence() {
    return ObjectUtils.min(deadline, LONGEST_SILENCE);
  }

  /** Whether a call that may have had an effect can be made again without harm. */
  public boolean repeatable() {
    return repeatable;
  }

  /** Whether a call has to say which app makes it; only the one that asks for a token has not. */
  public boolean needsToken() {
    return this != TENANT_ACCESS_TOKEN;
  }

  /** What is longer than so many bytes is no reply of this API. */
  public int largestReply() {
    return reply.largest;
  }
}
