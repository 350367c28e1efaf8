package io.github.feishuhire.sandbox.http;

/**
 * Error codes the sandbox can answer with, the HTTP status and message of each. Where no source
 * shows the status, it is assumed to be what HTTP has for the case.
 *
 * @see <a href="https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code">the
 *     generic codes</a>
 * @see <a href="https://open.feishu.cn/document/server-docs/hire-v1/error_code">the Hire codes</a>
 */
public enum ErrorCode {
  // The token endpoint answers its errors with HTTP 200.
  INVALID_TOKEN_PARAMETER(200, 10003, "invalid param"),
  APP_UNKNOWN(200, 10014, "app id not exists"),
  WRONG_APP_SECRET(200, 10015, "wrong app secret"),

  INTERNAL_ERROR(500, 2200, "internal error"),
  BAD_REQUEST(400, 9499, "Bad Request"),
  METHOD_THROTTLED(400, 1000004, "method rate limited"),
  APP_THROTTLED(400, 1000005, "app rate limited"),
  PATH_NOT_FOUND(404, 99991201, "resource not find"),
  WRONG_METHOD(405, 99991301, "request method doesn't match"),
  THROTTLED(429, 99991400, "request trigger frequency limit"),
  IP_DENIED(400, 99991401, "ip denied by app setting"),
  QUOTA_EXCEEDED(400, 99991403, "This month's API call quota has been exceeded"),
  APP_OR_SECRET_UNKNOWN(400, 99991543, "login_user invalid"),
  TOKEN_MISSING(400, 99991661, "Missing access token for authorization"),
  APP_NOT_IN_USE(400, 99991662, "app not in use"),
  TOKEN_INVALID(400, 99991663, "Invalid access token for authorization"),
  APP_TOKEN_INVALID(400, 99991664, "invalid app token"),
  TENANT_CODE_INVALID(400, 99991665, "invalid tenant code"),
  TOKEN_MALFORMED(400, 99991671, "Invalid access token, must start with t- or u-"),
  SCOPE_MISSING(400, 99991672, "Access denied. One of the following scopes is required"),
  APP_UNAUTHORIZED(400, 99991673, "unauthorized app"),
  TOKEN_NO_PERMISSION(400, 99991676, "token no permission"),
  FIELD_VALIDATION_FAILED(400, 99992402, "field validation failed"),

  SYSTEM_ERROR(500, 1002001, "system error"),
  PARAMETER_ERROR(400, 1002002, "parameter error"),
  PARAMETER_ILLEGAL(400, 1002003, "parameter illegal"),
  SITE_USER_NOT_FOUND(400, 1002007, "Website user not found"),
  TASK_NOT_FOUND(400, 1002008, "Task not found or task error"),
  MOBILE_INVALID(400, 1002009, "mobile number invalid"),
  CITY_NOT_FOUND(400, 1002011, "City not found"),
  OFFER_NOT_FOUND(400, 1002064, "Offer does not exist"),
  TALENT_NOT_FOUND(400, 1002102, "Talent not exist"),
  ATTACHMENT_UNREADABLE(400, 1002104, "Cannot download attachment"),
  TAG_NOT_FOUND(400, 1002111, "tag id error"),
  TAG_INACTIVE(400, 1002112, "tag is not active"),
  TAG_ALREADY_THERE(400, 1002113, "talent already has the tag"),
  TAG_NOT_THERE(400, 1002114, "talent does not have the tag"),
  APPLICATION_NOT_FOUND(400, 1002201, "application does not exist"),
  STAGE_NOT_FOUND(400, 1002204, "stage does not exist"),
  REPEAT_APPLICATION(400, 1002206, "same application exist"),
  JOB_NOT_FOUND(400, 1002207, "Job does not exist"),
  TALENT_ONBOARDED(400, 1002209, "Talent already onboard"),
  TALENT_LOCKED(400, 1002210, "Talent locked by others"),
  STAGE_NOT_ALLOWED(400, 1002211, "cannot transfer to this stage"),
  TRANSFER_FAILED(400, 1002212, "transfer stage fail"),
  STAGE_FINAL(400, 1002220, "current stage cannot be transferred"),
  ALREADY_TERMINATED(400, 1002221, "application has been terminated"),
  NOT_TERMINATED(400, 1002225, "application is not terminated"),
  TALENT_APPLIED_SAME_POST(400, 1002402, "Talent has applied the same job post"),
  WEBSITE_NOT_FOUND(400, 1002502, "Website does not exist"),
  USER_NOT_FOUND(400, 1002507, "User doesn't exist"),
  PROJECT_LIMIT_REACHED(400, 1002508, "project application limit exceeded"),
  // Assumption: a submission answers with the status that reading a job post has.
  JOB_POST_NOT_ON_WEBSITE(404, 1002509, "The job hasn't been posted to this website"),
  ALREADY_APPLIED(400, 1002510, "The candidate has already applied for this job"),
  CANDIDATE_LIMIT_REACHED(400, 1002511, "candidate's application limit reached"),
  GRADUATION_TIME_MISSING(400, 1002513, "exact graduation time required"),
  JOB_DELETED(404, 1002601, "Job does not exist");

  private final int status;
  private final int code;
  private final String message;

  ErrorCode(int status, int code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  public int status() {
    return status;
  }

  public int code() {
    return code;
  }

  public String message() {
    return message;
  }
}
