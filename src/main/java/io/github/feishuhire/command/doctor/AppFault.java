package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.SetUpCause;
import java.util.Optional;

/** What is wrong with the app, whatever it calls. */
record AppFault(String subject) {

  /** Empty when the reply does not tell of one. */
  Optional<Finding> in(Reply reply) {
    return reply.cause().flatMap(cause -> of(cause, reply.code()));
  }

  private Optional<Finding> of(SetUpCause cause, int code) {
    return switch (cause) {
      case SECRET ->
          fault(
              "the app secret is wrong",
              code,
              "Copy it again from the developer console, under the app's credentials.");
      case APP_ID ->
          fault(
              "there is no app with this id, or it is disabled",
              code,
              "Compare the id with the developer console, and have the tenant's administrator enable"
                  + " the app.");
      case CREDENTIALS ->
          fault(
              "the app's id or secret is not one",
              code,
              "Copy both again from the developer console, under the app's credentials.");
      case ADDRESS ->
          fault(
              "this machine's address is not on the app's IP allow-list",
              code,
              "Add its public IPv4 address in the developer console, under security settings.");
      case APP_DISABLED ->
          fault(
              "the app is disabled",
              code,
              "Have the tenant's administrator enable it in the admin console.");
      case APP_NOT_INSTALLED ->
          fault(
              "the app is not installed in the tenant",
              code,
              "Release a version of it and have the tenant's administrator approve it.");
      case MONTHLY_QUOTA ->
          fault(
              "the tenant's API calls of this month are used up",
              code,
              "Wait for the next month, or upgrade the tenant's plan.");
      case TOKEN_REFUSED, NO_TOKEN ->
          fault(
              "Feishu gives no token that it takes itself",
              code,
              "Check that it is a custom app of this tenant, then run it again in a few minutes.");
      case SCOPE -> Optional.empty(); // it is looked at scope by scope
    };
  }

  private Optional<Finding> fault(String text, int code, String advice) {
    return Optional.of(Finding.fault(subject, text + " (" + code + ")", advice));
  }
}
