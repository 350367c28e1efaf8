package io.github.feishuhire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.delivery.Deliveries;
import io.github.feishuhire.api.delivery.StructuredDraft;
import io.github.feishuhire.api.http.InMemory;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What cannot be written as JSON. */
final class UnsendableIT {

  /** After the checkpoint every fault would be a submission in doubt. */
  @Test
  void failsBeforeTheCheckpoint() {
    ObjectNode tooDeep = JsonNodeFactory.instance.objectNode();
    ObjectNode innermost = tooDeep;
    for (int level = 0; level < 2000; level++) {
      innermost = innermost.putObject("a");
    }
    StructuredDraft draft = new StructuredDraft("2", "3", tooDeep, null, null);
    AtomicBoolean passed = new AtomicBoolean();
    CallOptions options = new CallOptions(Duration.ofSeconds(1), () -> passed.set(true));
    Deliveries deliveries =
        new Deliveries(
            InMemory.answering(
                request ->
                    Reply.of(200, "{\"code\":0,\"tenant_access_token\":\"t\",\"expire\":7200}")
                        .to(request)));

    assertThatThrownBy(() -> deliveries.submit("1", draft, options))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(passed).isFalse();
  }
}
