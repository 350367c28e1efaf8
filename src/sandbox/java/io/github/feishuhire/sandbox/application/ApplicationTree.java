package io.github.feishuhire.sandbox.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;
import java.time.Instant;

/** An application as the APIs show it. */
final class ApplicationTree {

  private static final int ACTIVE = 1;
  private static final int INACTIVE = 2;
  private static final int BY_THE_CANDIDATE = 2;
  private static final int NOT_ONBOARDED = 1;
  private static final int ONBOARDED = 2;
  // Assumption: no page says which source a career site is.
  private static final String SOURCE_ID = "6891560630172518600";

  private ApplicationTree() {}

  /** As it is shown alone; {@code creator_id} is missing where the candidate has applied. */
  static ObjectNode of(JobApplication application) {
    ObjectNode tree = common(application).put("resume_source_id", SOURCE_ID);
    application
        .progress()
        .termination()
        .ifPresent(
            termination -> {
              tree.put("termination_type", termination.type())
                  .put("termination_reason_note", termination.note());
              var reasons = tree.putArray("termination_reason_list");
              termination.reasonIds().forEach(reasons::add);
            });
    return tree;
  }

  /** As it is shown with all details. */
  static ObjectNode basicInfo(JobApplication application) {
    ObjectNode tree =
        common(application)
            .put("onboard_status", application.stage().isOnboarded() ? ONBOARDED : NOT_ONBOARDED);
    application.progress().termination().stream()
        .flatMap(termination -> termination.reasonIds().stream())
        .findFirst()
        .ifPresent(id -> tree.putObject("termination_reason").put("id", id));
    return tree;
  }

  private static ObjectNode common(JobApplication application) {
    Progress progress = application.progress();
    ObjectNode tree =
        Reply.object()
            .put("id", application.id())
            .put("job_id", application.jobId())
            .put("talent_id", application.talentId())
            .put("active_status", application.isActive() ? ACTIVE : INACTIVE)
            .put("delivery_type", BY_THE_CANDIDATE)
            .put("create_time", millis(application.created()))
            .put("modify_time", millis(progress.modified()));
    tree.set("stage", progress.stage().tree());
    tree.putObject("resume_source_info")
        .put("id", SOURCE_ID)
        .set("name", Reply.named("招聘官网", "Career site"));
    tree.set("website_resume_source", source(application.origin()));
    progress.stages().forEach(time -> stageTime(tree.withArray("stage_time_list"), time));
    application
        .origin()
        .cities()
        .forEach(
            city ->
                tree.withArray("application_preferred_city_list")
                    .addObject()
                    .put("code", city.code())
                    .set("name", Reply.named(city.names().zh(), city.names().en())));
    return tree;
  }

  private static ObjectNode source(Origin origin) {
    ObjectNode tree = Reply.object().put("website_id", origin.website().id());
    tree.set("website_name", Reply.named(origin.website().zhName(), origin.website().enName()));
    origin
        .channel()
        .ifPresent(
            channel ->
                tree.putObject("channel")
                    .put("channel_id", channel.id())
                    .set("channel_name", Reply.named(channel.name(), channel.name())));
    return tree;
  }

  private static void stageTime(ArrayNode list, StageTime time) {
    ObjectNode tree =
        list.addObject()
            .put("stage_id", time.stage().id())
            .put("enter_time", millis(time.entered()));
    time.left().ifPresent(left -> tree.put("exit_time", millis(left)));
  }

  private static String millis(Instant instant) {
    return String.valueOf(instant.toEpochMilli());
  }
}
