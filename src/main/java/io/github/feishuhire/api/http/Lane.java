package io.github.feishuhire.api.http;

import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.api.Time;
import java.time.Duration;
import org.apache.commons.lang3.ObjectUtils;

/** What stands between one app and one API: the calls of other APIs are not held up by it. */
record Lane(Quota quota, Circuit circuit, DoubtBudget budget) {

  static Lane to(Endpoint endpoint, String app, QuotaShare share, Time time) {
    Quota quota = new Quota(endpoint.limits(), share, time);
    return new Lane(
        quota,
        new Circuit(endpoint.path() + " of app " + app, time),
        new DoubtBudget(quota.spacing(), endpoint.repeatable(), time));
  }

  /** How long the nth caller from now on would wait, as far as can be said now. */
  Duration untilTurn(int nth) {
    Duration quotas = quota.untilTurn(budget.waiting() + nth); // who waits for room comes before
    Duration turn = ObjectUtils.max(quotas, circuit.untilTurn(nth));
    return !circuit.isOpen() // whoever tries whether the API is back does not wait for the budget
        ? ObjectUtils.max(turn, budget.untilTurn(nth))
        : turn;
  }
}
