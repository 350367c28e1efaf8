package io.github.feishuhire.api.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.Numbered;
import io.github.feishuhire.api.http.Millis;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application as it is on the wire. */
record ApplicationReply(@Nullable Item application) {

  private static final int INACTIVE = 2;
  private static final int BY_CANDIDATE = 2;

  record Item(
      @Nullable String id,
      @Nullable String jobId,
      @Nullable String talentId,
      Stage.@Nullable Wire stage,
      @Nullable Integer activeStatus,
      @Nullable Integer deliveryType,
      @Nullable Source websiteResumeSource,
      @Nullable JsonNode createTime,
      @Nullable JsonNode modifyTime,
      @Nullable Integer terminationType,
      @Nullable List<@Nullable String> terminationReasonList,
      @Nullable String terminationReasonNote) {

    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }

  record Source(@Nullable String websiteId, @Nullable Channel channel) {}

  record Channel(@Nullable String channelId) {}

  /** Null where it is none that can be named. */
  @Nullable Application read() {
    if (application == null || application.id() == null || application.id().isBlank()) {
      return null;
    }
    boolean active = !Objects.equals(application.activeStatus(), INACTIVE);
    Source source = application.websiteResumeSource();
    Channel channel = source == null ? null : source.channel();
    return new Application(
        application.id(),
        application.jobId(),
        application.talentId(),
        application.stage() == null ? null : application.stage().stage(),
        active,
        Objects.equals(application.deliveryType(), BY_CANDIDATE),
        source == null ? null : source.websiteId(),
        channel == null ? null : channel.channelId(),
        Millis.instant(application.createTime()),
        Millis.instant(application.modifyTime()),
        active ? null : termination(application));
  }

  private static Termination termination(Item item) {
    return new Termination(
        Numbered.of(TerminationType.values(), item.terminationType()),
        Objects.requireNonNullElse(item.terminationReasonList(), List.<@Nullable String>of())
            .stream()
            .filter(Objects::nonNull)
            .toList(),
        item.terminationReasonNote());
  }
}
