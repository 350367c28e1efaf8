package io.github.feishuhire.worker.input;

/** A variable that cannot be sent as it is. It knows the variable's name and never its value. */
public final class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What is wrong, which also says how to mend it. */
  public enum Problem {
    MISSING,
    NUMBER,
    NOT_TEXT,
    NOT_AN_ID,
    NOT_AN_OBJECT,
    NESTED_TOO_DEEPLY,
    NOT_A_LIST_OF_TEXTS,
    MORE_THAN_ONE_CITY,
    UNKNOWN_IDENTIFICATION_TYPE,
    UNKNOWN_LOCATION_TYPE,
    UNKNOWN_STAGE,
    MORE_THAN_ONE_STAGE,
    UNKNOWN_TERMINATION_TYPE,
    UNKNOWN_TERMINATION_REASON,
    UNKNOWN_TAG,
    UNKNOWN_PRIVACY,
    NOT_TRUE_OR_FALSE,
    MORE_THAN_ONE_RESUME,
    NOT_A_RESUME,
    NOT_BASE64,
    RESUME_EMPTY,
    RESUME_TOO_LARGE_FOR_A_VARIABLE,
    RESUME_TOO_LARGE,
    RESUME_GONE,
    RESUME_CHANGED,
    RESUME_URL_NOT_ALLOWED,
    RESUME_URL_REFUSED
  }

  private final String name;
  private final Problem problem;

  public InvalidInputException(String name, Problem problem) {
    super(name + ": " + problem, null, false, false);
    this.name = name;
    this.problem = problem;
  }

  /** Of the variable; a dot leads into an object. */
  public String name() {
    return name;
  }

  public Problem problem() {
    return problem;
  }
}
