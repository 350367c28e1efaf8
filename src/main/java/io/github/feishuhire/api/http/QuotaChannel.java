package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.Time;
import java.time.Duration;

/** Waits until what Feishu allows has room for one more call, as long as the call has patience. */
record QuotaChannel(Quota quota, Time time, CallChannel next) implements CallChannel {

  @Override
  public Answer<JsonNode> send(Sending sending) {
    quota.admit(Duration.between(time.now(), sending.patience()));
    return next.send(sending);
  }
}
