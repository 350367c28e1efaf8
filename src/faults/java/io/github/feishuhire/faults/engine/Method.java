package io.github.feishuhire.faults.engine;

/** The calls of the gateway that matter here. */
public enum Method {
  ACTIVATE_JOBS,
  SET_VARIABLES,
  COMPLETE_JOB,
  FAIL_JOB,
  THROW_ERROR,
  UPDATE_TIMEOUT,
  OTHER;

  static Method of(String fullName) {
    return switch (fullName.substring(fullName.indexOf('/') + 1)) {
      case "ActivateJobs" -> ACTIVATE_JOBS;
      case "SetVariables" -> SET_VARIABLES;
      case "CompleteJob" -> COMPLETE_JOB;
      case "FailJob" -> FAIL_JOB;
      case "ThrowError" -> THROW_ERROR;
      case "UpdateJobTimeout" -> UPDATE_TIMEOUT;
      default -> OTHER;
    };
  }
}
