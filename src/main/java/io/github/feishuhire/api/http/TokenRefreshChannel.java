package io.github.feishuhire.api.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.FeishuException;
import java.time.Duration;

/**
 * Sends a call once more, with a fresh token, when Feishu refused the token it had: that is no
 * repetition of anything that was done. It needs a turn of its own, and gets no more time.
 */
record TokenRefreshChannel(TenantTokens tokens, EndpointLimits limits, CallChannel next)
    implements CallChannel {

  @Override
  public Answer<JsonNode> send(Sending sending) {
    try {
      return next.send(sending);
    } catch (FeishuException e) {
      if (!Failures.isTokenRefused(e.failure())) {
        throw e;
      }
      tokens.refused(sending.token());
      String fresh = tokens.current();
      limits.quota().admit(Duration.ZERO);
      limits.pacing().depart();
      return next.send(sending.with(fresh));
    }
  }
}
