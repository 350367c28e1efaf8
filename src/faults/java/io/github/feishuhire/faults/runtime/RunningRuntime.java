package io.github.feishuhire.faults.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.faults.engine.Program;
import io.github.feishuhire.testbed.engine.Broker;
import io.github.feishuhire.testbed.process.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A connector runtime in a process of its own, and what its operator sees of it. */
final class RunningRuntime implements AutoCloseable {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Pattern LOGGER =
      Pattern.compile("(?m)^\\S+ +[A-Z]+ \\d+ --- \\[.*?] (\\S+)");
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildProcess process;

  private RunningRuntime(ChildProcess process) {
    this.process = process;
  }

  /** Does not wait for it. */
  static RunningRuntime start(
      Program program, Broker broker, Path log, Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(program.environment());
    environment.put("CAMUNDA_CLIENT_GRPC_ADDRESS", "http://127.0.0.1:" + broker.port());
    environment.put("CAMUNDA_CLIENT_REST_ADDRESS", broker.restAddress().toString());
    environment.put("CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false");
    environment.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "metrics,health,env");
    environment.putAll(settings);
    return new RunningRuntime(ChildProcess.java(program.arguments(), environment, log));
  }

  RunningRuntime awaitStart() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !process.isAlive() || log().contains("Started ConnectorRuntime"));
    if (!process.isAlive()) {
      throw new IllegalStateException("the runtime has not started:\n" + log());
    }
    return this;
  }

  ChildProcess process() {
    return process;
  }

  /** What its health is made of. */
  Set<String> healthComponents() {
    return names(health());
  }

  JsonNode health() {
    return get("health").path("components");
  }

  static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  Set<String> metrics() {
    Set<String> names = new TreeSet<>();
    get("metrics").path("names").forEach(name -> names.add(name.textValue()));
    return names;
  }

  double count(String metric) {
    return get("metrics/" + metric).path("measurements").path(0).path("value").doubleValue();
  }

  /** Where its settings come from, in order. */
  List<String> settingSources() {
    return get("env").path("propertySources").findValuesAsText("name");
  }

  /** Whoever has logged something, but for the application of the tests. */
  Set<String> loggers() {
    return LOGGER
        .matcher(log())
        .results()
        .map(found -> found.group(1))
        .filter(name -> !name.endsWith(".ConnectorRuntime"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private JsonNode get(String path) {
    Matcher port = PORT.matcher(log());
    if (!port.find()) {
      throw new IllegalStateException("no port:\n" + log());
    }
    URI actuator = URI.create("http://127.0.0.1:" + port.group(1) + "/actuator/");
    try {
      HttpRequest request = HttpRequest.newBuilder(actuator.resolve(path)).build();
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String log() {
    return process.output();
  }

  @Override
  public void close() {
    process.kill();
    http.close();
  }
}
