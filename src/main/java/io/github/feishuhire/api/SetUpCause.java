package io.github.feishuhire.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What about an app is not as it has to be, and the codes that mean it.
 *
 * @see <a
 *     href="https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code">Feishu:
 *     generic error codes</a>
 */
public enum SetUpCause {
  /** The id, the secret, or both. */
  CREDENTIALS(10003, 10005, 99991543),
  /** There is no app with this id, or it is disabled. */
  APP_ID(10014),
  SECRET(10015),
  APP_DISABLED(99991662),
  APP_NOT_INSTALLED(99991673, 212100),
  /** The app's IP allow-list does not have the caller's. */
  ADDRESS(99991401),
  /** The tenant's, of all its apps. */
  MONTHLY_QUOTA(99991403),
  SCOPE(99991672, 99991676),
  /** A fresh one may do. */
  TOKEN_REFUSED(99991663, 99991664, 99991665, 99991671),
  /** None was sent, or none is to be had. */
  NO_TOKEN(99991661);

  private final Set<Integer> codes;

  SetUpCause(Integer... codes) {
    this.codes = Set.of(codes);
  }

  /** The cause a code is documented to mean; empty for a code that is not listed. */
  public static Optional<SetUpCause> of(int code) {
    return Arrays.stream(values()).filter(cause -> cause.codes.contains(code)).findFirst();
  }
}
