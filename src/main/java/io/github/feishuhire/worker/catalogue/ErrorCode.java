package io.github.feishuhire.worker.catalogue;

import io.github.feishuhire.api.Refusal;

/** The BPMN error codes a process can catch. */
public enum ErrorCode {
  INVALID_PARAMETER,
  WEBSITE_NOT_FOUND,
  WEBSITE_USER_NOT_FOUND,
  JOB_POST_NOT_FOUND,
  CITY_NOT_FOUND,
  INVALID_MOBILE,
  RESUME_UNREADABLE,
  DUPLICATE_APPLICATION,
  APPLICATION_LIMIT_REACHED,
  DELIVERY_FAILED,
  TASK_NOT_FOUND,
  RESULT_TIMEOUT,
  SUBMISSION_IN_DOUBT,
  REJECTED;

  /** As a boundary event names it. */
  public String code() {
    return "FEISHU_HIRE_" + name();
  }

  public static ErrorCode of(Refusal refusal) {
    return valueOf(refusal.name());
  }
}
