package io.github.feishuhire.testbed.feishu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Talents and their applications, as whoever looks for them is told; there is one job. */
public final class Hiring {

  /** Who an application is due to. */
  public enum By {
    RECRUITER(1),
    CANDIDATE(2);

    private final int deliveryType;

    By(int deliveryType) {
      this.deliveryType = deliveryType;
    }
  }

  private record Application(String id, String talent, String website, By by, Instant created) {}

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String JOB = "7000000000000000005";
  private static final Pattern TALENT = Pattern.compile("[?&]talent_id=(\\d+)");

  private final Map<String, String> talents = new ConcurrentHashMap<>();
  private final Map<String, Application> applications = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(7_100_000_000_000_000_000L);

  /** The talent with this e-mail address or mobile number, a new one if there was none. */
  public String talent(String contact) {
    return talents.computeIfAbsent(contact, unknown -> newId());
  }

  /** A new application of the talent; its id is returned. */
  public String apply(String talent, String website, By by, Instant created) {
    String id = newId();
    applications.put(id, new Application(id, talent, website, by, created));
    return id;
  }

  /** What a submission makes; its id is returned. */
  String apply(String website, byte[] submission, Instant now) {
    JsonNode members = read(submission);
    List<String> contacts =
        Stream.of("email", "mobile")
            .map(name -> members.path(name).asText())
            .filter(contact -> !contact.isEmpty())
            .toList();
    String talent =
        contacts.stream()
            .flatMap(contact -> Optional.ofNullable(talents.get(contact)).stream())
            .findFirst()
            .orElseGet(this::newId);
    contacts.forEach(contact -> talents.putIfAbsent(contact, talent));
    return apply(talent, website, By.CANDIDATE, now);
  }

  /** By what talents are looked for. */
  static String contact(byte[] search) {
    JsonNode members = read(search);
    return Stream.of("email_list", "mobile_number_list")
        .map(name -> members.path(name).path(0).asText())
        .filter(contact -> !contact.isEmpty())
        .findFirst()
        .orElse("");
  }

  String found(String contact) {
    return "\"talent_list\":["
        + Optional.ofNullable(talents.get(contact))
            .map(id -> "{\"talent_id\":\"" + id + "\"}")
            .orElse("")
        + "]";
  }

  /** Of the talent whom the query names. */
  String list(String query) {
    Matcher talent = TALENT.matcher(query);
    String wanted = talent.find() ? talent.group(1) : "";
    return applications.values().stream()
        .filter(one -> one.talent().equals(wanted))
        .map(one -> "\"" + one.id() + "\"")
        .collect(Collectors.joining(",", "\"items\":[", "],\"has_more\":false"));
  }

  String application(String id) {
    return Optional.ofNullable(applications.get(id))
        .map(
            one ->
                """
                "application":{"id":"%s","job_id":"%s","talent_id":"%s","active_status":1,\
                "delivery_type":%d,"create_time":"%d","website_resume_source":{"website_id":"%s"}}"""
                    .formatted(
                        one.id(),
                        JOB,
                        one.talent(),
                        one.by().deliveryType,
                        one.created().toEpochMilli(),
                        one.website()))
        .orElse("");
  }

  static String jobPost() {
    return "\"job_post\":{\"id\":\"7000000000000000003\",\"job_id\":\"" + JOB + "\"}";
  }

  private String newId() {
    return String.valueOf(ids.incrementAndGet());
  }

  private static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) { // then nobody is named in it
      return MAPPER.nullNode();
    }
  }
}
