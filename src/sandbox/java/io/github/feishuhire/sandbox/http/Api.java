package io.github.feishuhire.sandbox.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriTemplate;

/**
 * The API table: method, path, scopes (any one suffices; none where none is needed) and rate limits
 * as documented.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable, the template is never changed
public enum Api {
  /**
   * https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal
   */
  TENANT_ACCESS_TOKEN(
      "POST", "/open-apis/auth/v3/tenant_access_token/internal", List.of(), List.of()),
  /** https://open.feishu.cn/document/server-docs/hire-v1/attachment/create_attachment */
  CREATE_ATTACHMENT(
      "POST", "/open-apis/hire/v1/attachments", List.of("hire:attachment"), RateLimit.STANDARD),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/create-website-site_user */
  CREATE_SITE_USER(
      "POST",
      "/open-apis/hire/v1/websites/{website_id}/site_users",
      List.of("hire:site"),
      List.of(RateLimit.perSecond(10))),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/create_by_attachment */
  CREATE_BY_ATTACHMENT(
      "POST",
      "/open-apis/hire/v1/websites/{website_id}/deliveries/create_by_attachment",
      List.of("hire:site_application"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/get-website-delivery_task */
  GET_DELIVERY_TASK(
      "GET",
      "/open-apis/hire/v1/websites/{website_id}/delivery_tasks/{delivery_task_id}",
      List.of("hire:site_application:readonly", "hire:site_application"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/create_by_resume */
  CREATE_BY_RESUME(
      "POST",
      "/open-apis/hire/v1/websites/{website_id}/deliveries/create_by_resume",
      List.of("hire:site_application"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/list-website */
  LIST_WEBSITES(
      "GET",
      "/open-apis/hire/v1/websites",
      List.of("hire:site:readonly", "hire:site"),
      List.of(RateLimit.perSecond(10))),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/search */
  SEARCH_JOB_POSTS(
      "POST",
      "/open-apis/hire/v1/websites/{website_id}/job_posts/search",
      List.of("hire:site_job_post:readonly"),
      List.of(RateLimit.perSecond(50))),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/get */
  GET_JOB_POST(
      "GET",
      "/open-apis/hire/v1/websites/{website_id}/job_posts/{job_post_id}",
      List.of("hire:site_job_post:readonly"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/list-website-channel */
  LIST_CHANNELS(
      "GET",
      "/open-apis/hire/v1/websites/{website_id}/channels",
      List.of("hire:site:readonly", "hire:site"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/hire-v1/get-candidates/website/create-website-channel */
  CREATE_CHANNEL(
      "POST",
      "/open-apis/hire/v1/websites/{website_id}/channels",
      List.of("hire:site"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/hire-v1/recruitment-related-configuration/location/query */
  QUERY_LOCATIONS(
      "POST",
      "/open-apis/hire/v1/locations/query",
      List.of("hire:location:readonly"),
      List.of(RateLimit.perSecond(5))),
  /**
   * https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/batch_get_id
   */
  GET_TALENT_IDS(
      "POST",
      "/open-apis/hire/v1/talents/batch_get_id",
      List.of("hire:talent:readonly", "hire:talent"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/list */
  LIST_APPLICATIONS(
      "GET",
      "/open-apis/hire/v1/applications",
      List.of("hire:application:readonly", "hire:application"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get */
  GET_APPLICATION(
      "GET",
      "/open-apis/hire/v1/applications/{application_id}",
      List.of("hire:application:readonly", "hire:application"),
      RateLimit.STANDARD),
  /**
   * https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get_detail
   */
  GET_APPLICATION_DETAIL(
      "GET",
      "/open-apis/hire/v1/applications/{application_id}/get_detail",
      List.of("hire:application:readonly", "hire:application"),
      List.of(RateLimit.perSecond(10))),
  /**
   * https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/transfer_stage
   */
  TRANSFER_STAGE(
      "POST",
      "/open-apis/hire/v1/applications/{application_id}/transfer_stage",
      List.of("hire:application"),
      RateLimit.STANDARD),
  /**
   * https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/terminate
   */
  TERMINATE_APPLICATION(
      "POST",
      "/open-apis/hire/v1/applications/{application_id}/terminate",
      List.of("hire:application"),
      List.of(RateLimit.perSecond(20))),
  /**
   * https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/recover
   */
  RECOVER_APPLICATION(
      "POST",
      "/open-apis/hire/v1/applications/{application_id}/recover",
      List.of("hire:application"),
      RateLimit.STANDARD),
  /**
   * https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/termination_reason/list
   */
  LIST_TERMINATION_REASONS(
      "GET",
      "/open-apis/hire/v1/termination_reasons",
      List.of("hire:application:readonly", "hire:application"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job_process/list */
  LIST_JOB_PROCESSES(
      "GET",
      "/open-apis/hire/v1/job_processes",
      List.of("hire:job_process:readonly"),
      List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/interview/list */
  LIST_INTERVIEWS(
      "GET",
      "/open-apis/hire/v1/interviews",
      List.of("hire:interview:readonly", "hire:interview"),
      List.of(RateLimit.perSecond(50))),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/evaluation/list */
  LIST_EVALUATIONS(
      "GET",
      "/open-apis/hire/v1/evaluations",
      List.of("hire:evaluation:readonly"),
      RateLimit.STANDARD),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/offer */
  GET_APPLICATION_OFFER(
      "GET",
      "/open-apis/hire/v1/applications/{application_id}/offer",
      List.of("hire:application:readonly", "hire:application"),
      List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/offer/get */
  GET_OFFER(
      "GET",
      "/open-apis/hire/v1/offers/{offer_id}",
      List.of("hire:offer:low_sensitive_info:readonly", "hire:offer:readonly", "hire:offer"),
      List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/tag */
  TAG_TALENT(
      "POST",
      "/open-apis/hire/v1/talents/{talent_id}/tag",
      List.of("hire:talent"),
      List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent_tag/list */
  LIST_TALENT_TAGS(
      "GET",
      "/open-apis/hire/v1/talent_tags",
      List.of("hire:talent_tag:readonly", "hire:talent_tag"),
      List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/note/create */
  CREATE_NOTE(
      "POST", "/open-apis/hire/v1/notes", List.of("hire:note"), List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/note/get */
  GET_NOTE(
      "GET",
      "/open-apis/hire/v1/notes/{note_id}",
      List.of("hire:note:readonly", "hire:note"),
      List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/server-docs/hire-v1/attachment/preview */
  PREVIEW_ATTACHMENT(
      "GET",
      "/open-apis/hire/v1/attachments/{attachment_id}/preview",
      List.of("hire:attachment"),
      List.of(RateLimit.perSecond(20))),
  /** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/application-v6/scope/list */
  LIST_SCOPES("GET", "/open-apis/application/v6/scopes", List.of(), List.of());

  private final String method;
  private final UriTemplate path;
  private final List<String> scopes;
  private final List<RateLimit> limits;

  Api(String method, String path, List<String> scopes, List<RateLimit> limits) {
    this.method = method;
    this.path = new UriTemplate(path);
    this.scopes = scopes;
    this.limits = limits;
  }

  /** The API with this path and, where several share the path, with this method. */
  public static Optional<Api> find(String method, String path) {
    return Arrays.stream(values())
        .filter(api -> api.path.matches(path))
        .max(Comparator.comparing(api -> api.method.equals(method)));
  }

  public String method() {
    return method;
  }

  public String path() {
    return path.toString();
  }

  public List<String> scopes() {
    return scopes;
  }

  public List<RateLimit> limits() {
    return limits;
  }

  /** The parameters of a path of this API by name. */
  public Map<String, String> parameters(String actual) {
    return Map.copyOf(path.match(actual));
  }

  /** Whether a caller has to show a tenant access token. */
  public boolean needsToken() {
    return this != TENANT_ACCESS_TOKEN;
  }
}
