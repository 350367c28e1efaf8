package io.github.feishuhire.worker.catalogue;

import io.github.feishuhire.api.Refusal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
  APPLICATION_NOT_FOUND,
  STAGE_NOT_FOUND,
  STAGE_NOT_ALLOWED,
  TALENT_NOT_FOUND,
  TALENT_LOCKED,
  TALENT_ONBOARDED,
  TAG_NOT_FOUND,
  SUBMISSION_IN_DOUBT,
  REJECTED;

  private static final Set<ErrorCode> OF_SOME_TASKS =
      Collections.unmodifiableSet(EnumSet.range(APPLICATION_NOT_FOUND, TAG_NOT_FOUND));

  /** As a boundary event names it. */
  public String code() {
    return "FEISHU_HIRE_" + name();
  }

  /**
   * What a task makes of a refusal. What has a code for the sake of some tasks is any other refusal
   * to the rest of them, as it was before there were these tasks.
   */
  public static ErrorCode of(Refusal refusal, Task task) {
    ErrorCode code = of(refusal);
    return OF_SOME_TASKS.contains(code) && !task.errors().contains(code) ? REJECTED : code;
  }

  private static ErrorCode of(Refusal refusal) {
    return switch (refusal) {
      case INVALID_PARAMETER, GRADUATION_TIME_MISSING -> INVALID_PARAMETER;
      case WEBSITE_NOT_FOUND -> WEBSITE_NOT_FOUND;
      case WEBSITE_USER_NOT_FOUND -> WEBSITE_USER_NOT_FOUND;
      case JOB_POST_NOT_FOUND -> JOB_POST_NOT_FOUND;
      case CITY_NOT_FOUND -> CITY_NOT_FOUND;
      case INVALID_MOBILE -> INVALID_MOBILE;
      case RESUME_UNREADABLE -> RESUME_UNREADABLE;
      case DUPLICATE_APPLICATION -> DUPLICATE_APPLICATION;
      case APPLICATION_LIMIT_REACHED -> APPLICATION_LIMIT_REACHED;
      case TASK_NOT_FOUND -> TASK_NOT_FOUND;
      case APPLICATION_NOT_FOUND -> APPLICATION_NOT_FOUND;
      case STAGE_NOT_FOUND -> STAGE_NOT_FOUND;
      case STAGE_NOT_ALLOWED -> STAGE_NOT_ALLOWED;
      case TALENT_NOT_FOUND -> TALENT_NOT_FOUND;
      case TALENT_LOCKED -> TALENT_LOCKED;
      case TALENT_ONBOARDED -> TALENT_ONBOARDED;
      case TAG_NOT_FOUND -> TAG_NOT_FOUND;
      case ALREADY_DONE, REJECTED -> REJECTED;
    };
  }
}
