package io.github.feishuhire.demo.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.feishuhire.demo.seen.Deployed;
import io.github.feishuhire.demo.seen.OpenIncident;
import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.demo.seen.Snapshot;
import io.github.feishuhire.demo.seen.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the page is told of instances, in its own terms. */
final class Views {

  private static final String CLAIM = "feishu_hire_submission";

  /**
   * One instance.
   *
   * @param story empty unless the demo has sent this candidate
   */
  record InstanceView(
      long key,
      String process,
      long processKey,
      String who,
      String story,
      Instant started,
      @Nullable Instant ended,
      boolean cancelled,
      List<String> trail,
      List<String> completed,
      List<String> at,
      List<IncidentView> incidents,
      List<TaskView> tasks,
      String taskId,
      String applicationId) {

    @Override
    public String toString() {
      return "InstanceView[" + key + "]";
    }
  }

  /**
   * An open incident.
   *
   * @param doubt whether a person has to say if a submission has arrived
   * @param userId whose submission that is
   */
  record IncidentView(long key, String element, String message, boolean doubt, String userId) {

    @Override
    public String toString() {
      return "IncidentView[" + key + "]";
    }
  }

  /** A user task that waits; for a person, or for the demo's recruiter. */
  record TaskView(long key, String element, long formKey, boolean forPerson) {}

  /** What was deployed, without its text. */
  record DeployedView(long key, String id, int version, boolean form) {}

  /** A visit with the requests that were made for it. */
  record VisitView(
      long key,
      String element,
      String type,
      Instant entered,
      @Nullable Instant left,
      boolean interrupted,
      Map<String, JsonNode> inputs,
      Map<String, JsonNode> noted,
      Map<String, JsonNode> outputs,
      List<String> failures,
      List<Exchange> requests) {

    @Override
    public String toString() {
      return "VisitView[" + key + "]";
    }
  }

  private final Seen seen;
  private final Troupe troupe;
  private final Desk desk;

  Views(Seen seen, Troupe troupe, Desk desk) {
    this.seen = seen;
    this.troupe = troupe;
    this.desk = desk;
  }

  List<InstanceView> of(List<Snapshot> instances) {
    return instances.stream().map(this::of).toList();
  }

  private InstanceView of(Snapshot now) {
    Optional<Troupe.Role> role = troupe.role(now.key());
    return new InstanceView(
        now.key(),
        now.process(),
        now.processKey(),
        role.map(Troupe.Role::name).orElseGet(() -> now.variable("name").asText("")),
        role.map(Troupe.Role::story).orElse(""),
        now.started(),
        now.ended(),
        now.cancelled(),
        now.trail(),
        now.completed(),
        now.at(),
        now.incidents().stream().map(this::of).toList(),
        now.tasks().stream()
            .map(
                task ->
                    new TaskView(
                        task.key(), task.element(), task.formKey(), desk.isForPerson(task)))
            .toList(),
        now.variable("task_id").asText(""),
        now.variable("delivery_result").path("application_id").asText(""));
  }

  private IncidentView of(OpenIncident incident) {
    Optional<Visit> visit =
        seen.visits(incident.instance()).stream()
            .filter(one -> one.key() == incident.elementKey())
            .findFirst();
    return new IncidentView(
        incident.key(),
        incident.element(),
        incident.message(),
        visit.map(one -> text(one.noted(), CLAIM, "state")).filter("sent"::equals).isPresent(),
        visit.map(one -> text(one.inputs(), "user_id", "")).orElse(""));
  }

  private static String text(Map<String, JsonNode> variables, String name, String member) {
    JsonNode value = variables.getOrDefault(name, MissingNode.getInstance());
    return (member.isEmpty() ? value : value.path(member)).asText("");
  }

  List<VisitView> visits(long instance, Map<Long, List<Exchange>> requests) {
    return seen.visits(instance).stream()
        .map(
            visit ->
                new VisitView(
                    visit.key(),
                    visit.element(),
                    visit.type(),
                    visit.entered(),
                    visit.left(),
                    visit.interrupted(),
                    shortened(visit.inputs()),
                    shortened(visit.noted()),
                    shortened(visit.outputs()),
                    visit.failures(),
                    requests.getOrDefault(visit.key(), List.of())))
        .toList();
  }

  private static Map<String, JsonNode> shortened(Map<String, JsonNode> variables) {
    return variables.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> Json.shortened(one.getValue())));
  }

  List<DeployedView> deployed() {
    return seen.deployed().stream()
        .map(
            one ->
                new DeployedView(one.key(), one.id(), one.version(), one instanceof Deployed.Form))
        .toList();
  }
}
