package io.github.feishuhire.worker.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of Feishu that become messages. */
public enum EventType {
  APPLICATION_STAGE_CHANGED(
      "hire.application.stage_changed_v1", "application_id", List.of("hire:application:readonly")),
  APPLICATION_DELETED(
      "hire.application.deleted_v1", "application_id", List.of("hire:application:readonly")),
  OFFER_STATUS_CHANGED(
      "hire.offer.status_changed_v1",
      "offer_id",
      List.of("hire:offer:low_sensitive_info:readonly", "hire:offer:readonly")),
  TALENT_DELETED("hire.talent.deleted_v1", "talent_id", List.of("hire:talent:readonly")),
  TALENT_TAG_CHANGED(
      "hire.talent.tag_subscription_v1",
      "talent_id",
      List.of("hire:talent:readonly", "hire:talent"));

  private final String type;
  private final String key;
  private final List<String> scopes;

  EventType(String type, String key, List<String> scopes) {
    this.type = type;
    this.key = key;
    this.scopes = scopes;
  }

  /** Empty for what does not become a message. */
  public static Optional<EventType> of(String type) {
    return Stream.of(values()).filter(one -> one.type.equals(type)).findFirst();
  }

  /** As Feishu calls them. */
  public static List<String> types() {
    return Stream.of(values()).map(EventType::type).toList();
  }

  /** As Feishu calls it. */
  public String type() {
    return type;
  }

  /** The name as part of ids, files and keys: {@code application-stage-changed}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a process waits for. */
  public String messageName() {
    return "feishu-hire:" + slug();
  }

  /** The member of the event whose id is the correlation key. */
  public String key() {
    return key;
  }

  /** The scopes of an app, any one of which lets it have the event. */
  public List<String> scopes() {
    return scopes;
  }
}
