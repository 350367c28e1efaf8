package io.github.feishuhire.sandbox.gateway;

import io.github.feishuhire.sandbox.fault.Fault;
import io.github.feishuhire.sandbox.http.Api;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.token.TenantTokens;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Runs the rules of an admitted call and replies, or lets a fault come between. */
public final class Execution {

  private final Map<Api, Rules> rules;
  private final Function<Call, Optional<Fault>> faults;
  private final TenantTokens tokens;
  private final ShutdownSignal shutdown;

  public Execution(
      Map<Api, Rules> rules,
      Function<Call, Optional<Fault>> faults,
      TenantTokens tokens,
      ShutdownSignal shutdown) {
    this.rules = Map.copyOf(rules);
    this.faults = faults;
    this.tokens = tokens;
    this.shutdown = shutdown;
  }

  void perform(Call call, String token, RequestLog.Entry entry, ReplyWriter writer)
      throws IOException {
    Optional<Fault> fault = faults.apply(call);
    if (fault.isPresent()) {
      disturb(fault.get(), call, token, entry, writer);
    } else {
      writer.send(execute(call, token, entry));
    }
  }

  private void disturb(
      Fault fault, Call call, String token, RequestLog.Entry entry, ReplyWriter writer)
      throws IOException {
    switch (fault) {
      case Fault.Refused refused -> writer.send(refused.reply());
      case Fault.Answered answered ->
          writer.send(answered.status(), answered.contentType(), answered.body());
      case Fault.TokenExpired ignored -> {
        tokens.revoke(token);
        throw new Refusal(ErrorCode.TOKEN_INVALID);
      }
      case Fault.Silence ignored -> shutdown.await();
      case Fault.Disconnect ignored -> {
        // The exchange closes without a reply, and its connection with it.
      }
      case Fault.Truncated ignored -> writer.sendHalf(execute(call, token, entry));
      case Fault.Slow slow -> writer.trickle(execute(call, token, entry), slow.over());
      case Fault.Delayed delayed -> {
        Reply reply = execute(call, token, entry);
        shutdown.await(delayed.by());
        writer.send(reply);
      }
      case Fault.Executed executed -> {
        Reply unused = execute(call, token, entry);
        disturb(executed.seen(), call, token, entry, writer);
      }
    }
  }

  private Reply execute(Call call, String token, RequestLog.Entry entry) {
    Reply reply = Objects.requireNonNull(rules.get(call.api())).answer(call, token);
    entry.markExecuted();
    return reply;
  }
}
