package io.github.feishuhire.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of a definite no and the codes that mean them.
 *
 * @see <a href="https://open.feishu.cn/document/server-docs/hire-v1/error_code">Feishu Hire: error
 *     codes</a>
 */
public enum Refusal {
  INVALID_PARAMETER(1002002, 1002003, 1002512, 9499, 99992402),
  /** A resume in fields says of an education only roughly when it ended. */
  GRADUATION_TIME_MISSING(1002513),
  WEBSITE_NOT_FOUND(1002502),
  WEBSITE_USER_NOT_FOUND(1002007, 1002507),
  JOB_POST_NOT_FOUND(1002509, 1002207, 1002601),
  CITY_NOT_FOUND(1002011),
  INVALID_MOBILE(1002009),
  RESUME_UNREADABLE(1002104),
  DUPLICATE_APPLICATION(1002206, 1002402, 1002510),
  APPLICATION_LIMIT_REACHED(1002508, 1002511),
  TASK_NOT_FOUND(1002008),
  APPLICATION_NOT_FOUND(1002201),
  STAGE_NOT_FOUND(1002204),
  STAGE_NOT_ALLOWED(1002211, 1002212, 1002220),
  TALENT_NOT_FOUND(1002102, 1002208),
  TALENT_LOCKED(1002210),
  TALENT_ONBOARDED(1002209),
  TAG_NOT_FOUND(1002111, 1002112),
  /** It is as it was asked for: a stage, an end or a tag that had been there before. */
  ALREADY_DONE(1002113, 1002114, 1002221, 1002225),
  /**
   * A no that is about none of the above; also any other code that comes with an HTTP status of the
   * 400s. Those listed come with 500 or 200 as well: Feishu's status does not tell a fault.
   */
  REJECTED(
      1002053, 1002054, 1002055, 1002056, 1002057, 1002058, 1002059, 1002061, 1002062, 1002065,
      1002069, 1002073, 1002074, 1002101, 1002103, 1002105, 1002106, 1002107, 1002108, 1002202,
      1002203, 1002205, 1002216, 1002217, 1002218, 1002219, 1002403, 1002701, 1002908);

  private final Set<Integer> codes;

  Refusal(Integer... codes) {
    this.codes = Set.of(codes);
  }

  /** The kind a code is documented to mean; empty for a code that is not listed. */
  public static Optional<Refusal> of(int code) {
    return Arrays.stream(values()).filter(refusal -> refusal.codes.contains(code)).findFirst();
  }
}
