package io.github.feishuhire.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.command.doctor.Finding.State;
import io.github.feishuhire.command.setup.ReceivedEvents;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EventCheckTest {

  private static final String STAGE = "hire.application.stage_changed_v1";
  private static final String OFFER = "hire.offer.status_changed_v1";
  private static final ReceivedEvents WEBHOOK =
      new ReceivedEvents("webhook", 8082, "/feishu/events/lark", List.of(STAGE, OFFER));

  @Test
  void saysWhatCannotBeRead() {
    List<Finding> findings =
        examine(
            WEBHOOK,
            Set.of(
                "hire:application:readonly", "hire:offer:readonly", "hire:job_process:readonly"));

    assertThat(findings)
        .extracting(Finding::state)
        .containsExactly(State.OK, State.OK, State.OK, State.NOTE);
    assertThat(findings.getFirst().text()).contains("8082", "/feishu/events/lark");
    assertThat(findings.getLast().text())
        .contains("cannot be read", "developer console", "request URL", STAGE, OFFER);
  }

  @Test
  void namesTheScopeThatAnEventLacks() {
    List<Finding> findings = examine(WEBHOOK, Set.of("hire:application:readonly"));

    assertThat(findings.stream().filter(Finding::isFault))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.text())
                  .contains(OFFER, "hire:offer:low_sensitive_info:readonly or hire:offer:readonly");
              assertThat(fault.advice()).contains("release a version");
            });
    assertThat(findings)
        .extracting(Finding::text)
        .anyMatch(text -> text.contains("hire:job_process:readonly"));
  }

  @Test
  void namesTheScopesWhereItCannotSeeThem() {
    List<Finding> findings =
        examine(
            new ReceivedEvents("long-connection", 8082, "/feishu/events", List.of(STAGE)), null);

    assertThat(findings)
        .extracting(Finding::state)
        .containsExactly(State.OK, State.NOTE, State.NOTE, State.NOTE);
    assertThat(findings.getFirst().text()).contains("long connection");
    assertThat(findings.get(1).text()).contains(STAGE, "hire:application:readonly");
  }

  private static List<Finding> examine(ReceivedEvents events, @Nullable Set<String> granted) {
    List<Finding> findings = new ArrayList<>();
    new EventCheck(new Subject("feishu default", new Words(Language.EN)), events)
        .examine(Optional.ofNullable(granted), findings::add);
    return findings;
  }
}
