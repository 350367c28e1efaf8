package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.SetUpCause;
import java.util.Optional;

/** What is wrong with the app, whatever it calls. */
record AppFault(Subject subject) {

  /** Empty when the reply does not tell of one. */
  Optional<Finding> in(Reply reply) {
    return reply.cause().flatMap(cause -> of(cause, reply.code()));
  }

  private Optional<Finding> of(SetUpCause cause, int code) {
    return switch (cause) {
      case SECRET -> Optional.of(subject.fault("doctor.app.secret", code));
      case APP_ID -> Optional.of(subject.fault("doctor.app.id", code));
      case CREDENTIALS -> Optional.of(subject.fault("doctor.app.credentials", code));
      case ADDRESS -> Optional.of(subject.fault("doctor.app.address", code));
      case APP_DISABLED -> Optional.of(subject.fault("doctor.app.disabled", code));
      case APP_NOT_INSTALLED -> Optional.of(subject.fault("doctor.app.notInstalled", code));
      case MONTHLY_QUOTA -> Optional.of(subject.fault("doctor.app.monthlyQuota", code));
      case TOKEN_REFUSED, NO_TOKEN -> Optional.of(subject.fault("doctor.app.token", code));
      case SCOPE -> Optional.empty(); // it is looked at scope by scope
    };
  }
}
