package io.github.feishuhire.worker.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of Feishu that become messages: their rows in the catalogue. */
public enum EventType {
  APPLICATION_STAGE_CHANGED(
      "hire.application.stage_changed_v1",
      "application_id",
      "=delivery_result.application_id",
      List.of("hire:application:readonly"),
      "application/events/stage_changed",
      """
      "application_id":"6891470273284114702",\
      "origin_stage":{"id":"6891470273281123213",\
      "name":{"zh_cn":"初筛","en_us":"Screening"},"type":"screening"},\
      "target_stage":{"id":"6891470273281123214",\
      "name":{"zh_cn":"面试","en_us":"Interview"},"type":"interview"}""",
      """
      <path d='M3.5 5h4l2 4-2 4h-4l2-4z' fill='#fff'/>\
      <path d='M9 5h3.5l2 4-2 4H9l2-4z' fill='#ffb84d'/>"""),
  APPLICATION_DELETED(
      "hire.application.deleted_v1",
      "application_id",
      "=delivery_result.application_id",
      List.of("hire:application:readonly"),
      "application/events/deleted",
      "\"application_id\":\"6891470273284114702\"",
      """
      <path d='M5 3h8v12H5z' fill='#fff'/>\
      <path d='m6.8 7 4.4 4.6m0-4.6-4.4 4.6' stroke='#c0392b' stroke-width='1.6' fill='none'/>"""),
  OFFER_STATUS_CHANGED(
      "hire.offer.status_changed_v1",
      "offer_id",
      "=offer.id",
      List.of("hire:offer:low_sensitive_info:readonly", "hire:offer:readonly"),
      "offer/events/status_changed",
      "\"offer_id\":\"6891470273284114705\"",
      """
      <path d='M3 5h12v8H3z' fill='#fff'/>\
      <path d='m3 5 6 4.6L15 5' stroke='#ffb84d' stroke-width='1.4' fill='none'/>"""),
  TALENT_DELETED(
      "hire.talent.deleted_v1",
      "talent_id",
      "=application.talent_id",
      List.of("hire:talent:readonly"),
      "talent/events/deleted",
      "\"talent_id\":\"6890840517010000141\"",
      ""),
  TALENT_TAG_CHANGED(
      "hire.talent.tag_subscription_v1",
      "talent_id",
      "=application.talent_id",
      List.of("hire:talent:readonly", "hire:talent"),
      "talent/events/tag_subscription",
      """
      "application_id":"6891470273284114702","talent_id":"6890840517010000141",\
      "tag":{"id":"7023711013443944467","name":{"zh_cn":"重点","en_us":"Key"}}""",
      "");

  /** What a process gets of every one of them. */
  public static final String VARIABLE = "feishu_hire_event";

  private static final String PAGES =
      "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/";

  private final String type;
  private final String key;
  private final String usualKey;
  private final List<String> scopes;
  private final String page;
  private final String members;
  private final String icon;

  EventType(
      String type,
      String key,
      String usualKey,
      List<String> scopes,
      String page,
      String members,
      String icon) {
    this.type = type;
    this.key = key;
    this.usualKey = usualKey;
    this.scopes = scopes;
    this.page = page;
    this.members = members;
    this.icon = icon;
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

  /** An expression that most often gives the id in a process. */
  public String usualKey() {
    return usualKey;
  }

  /** The scopes of an app, any one of which lets it have the event. */
  public List<String> scopes() {
    return scopes;
  }

  /** Of Feishu's documentation. */
  public String page() {
    return PAGES + page;
  }

  /** What the variable looks like, as JSON. */
  public String example() {
    return """
    {"type":"%s","event_id":"5e3702a84e847582be8db7fb73283c02","time":"2026-11-26T01:30:00Z",%s}"""
        .formatted(type, members);
  }

  /** What is drawn on it: SVG in a square of 18; nothing where there is no template of it. */
  public String icon() {
    return icon;
  }
}
