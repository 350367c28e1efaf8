package io.github.feishuhire.testbed.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.CamundaClient;
import io.grpc.Status;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An engine, over gRPC and over REST, that takes every command about a job but those it was told to
 * refuse. Over REST it hands out the jobs it was given.
 */
public final class FussyEngine implements AutoCloseable {

  public enum Command {
    ACTIVATE,
    COMPLETE,
    FAIL,
    SET_VARIABLES,
    THROW_ERROR,
    EXTEND
  }

  /** As it was said, whether or not it was taken. */
  public record Said(Command command, JsonNode content) {}

  /** What a command is refused with. */
  public sealed interface No {
    record Grpc(Status status) implements No {}

    record Rest(int status, String contentType, String body) implements No {}

    /** No answer, and no end. */
    record Silence() implements No {}
  }

  private final List<Said> said = new CopyOnWriteArrayList<>();
  private final Map<Command, Queue<No>> once = new EnumMap<>(Command.class);
  private final Map<Command, No> always = new EnumMap<>(Command.class);
  private final Deque<String> jobs = new ArrayDeque<>();
  private final FussyGrpc grpc = new FussyGrpc(this);
  private final FussyRest rest = new FussyRest(this);

  public static No grpc(String code) {
    return new No.Grpc(Status.Code.valueOf(code).toStatus().withDescription("Zhang San"));
  }

  /** As Camunda itself says it. */
  public static No rest(int status) {
    String body =
        "{\"type\":\"about:blank\",\"title\":\"no\",\"status\":%d,\"detail\":\"Zhang San\"}"
            .formatted(status);
    return new No.Rest(status, "application/problem+json", body);
  }

  /** As what is between us and Camunda says it. */
  public static No proxy(int status) {
    return new No.Rest(status, "text/html", "<html>Zhang San</html>");
  }

  /** In this order, before anything else. */
  public synchronized void refuseNext(Command command, No... answers) {
    once.computeIfAbsent(command, none -> new ArrayDeque<>()).addAll(List.of(answers));
  }

  public synchronized void refuse(Command command, No answer) {
    always.put(command, answer);
  }

  /** Refuses it no longer. */
  public synchronized void take(Command command) {
    always.remove(command);
  }

  /**
   * A job to be handed out, once.
   *
   * @param variables as JSON
   */
  public synchronized void add(long key, String variables) {
    jobs.add(
        """
        {"jobKey":"%d","type":"test","processDefinitionId":"p","processDefinitionVersion":1,
         "elementId":"task","customHeaders":{},"worker":"w","retries":3,"deadline":1,
         "variables":%s,"tenantId":"<default>","processInstanceKey":"2",
         "processDefinitionKey":"3","elementInstanceKey":"4","kind":"BPMN_ELEMENT",
         "listenerEventType":"UNSPECIFIED"}"""
            .formatted(key, variables));
  }

  /** Those that nobody has asked for yet. */
  public synchronized int jobsLeft() {
    return jobs.size();
  }

  public CamundaClient client(boolean preferRest) {
    return CamundaClient.newClientBuilder()
        .grpcAddress(grpc.address())
        .restAddress(rest.address())
        .preferRestOverGrpc(preferRest)
        .build();
  }

  public URI restAddress() {
    return rest.address();
  }

  public List<Said> said() {
    return List.copyOf(said);
  }

  public List<Command> commands() {
    return said.stream().map(Said::command).toList();
  }

  /** What was last said with this command. */
  public JsonNode last(Command command) {
    return said.stream()
        .filter(one -> one.command() == command)
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .content();
  }

  synchronized @Nullable No hear(Said one) {
    said.add(one);
    Queue<No> next = once.getOrDefault(one.command(), new ArrayDeque<>());
    return next.isEmpty() ? always.get(one.command()) : next.remove();
  }

  /** As JSON, the oldest first. */
  synchronized List<String> takeJobs(int atMost) {
    List<String> taken = new ArrayList<>();
    while (taken.size() < atMost && !jobs.isEmpty()) {
      taken.add(jobs.remove());
    }
    return taken;
  }

  @Override
  public void close() {
    grpc.close();
    rest.close();
  }
}
