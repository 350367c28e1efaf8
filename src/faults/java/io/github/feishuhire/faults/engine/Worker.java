package io.github.feishuhire.faults.engine;

import io.github.feishuhire.testbed.feishu.StandIn;
import io.github.feishuhire.testbed.process.ChildProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;

/** A JVM that serves the jobs of the connector, with its own way to the broker. */
public final class Worker implements AutoCloseable {

  public static final String SECRET = "canary-secret";

  private final String name;
  private final Gateway gateway;
  private final ChildProcess process;

  private Worker(String name, Gateway gateway, ChildProcess process) {
    this.name = name;
    this.gateway = gateway;
    this.process = process;
  }

  /**
   * Starts one; it gets no jobs before its gateway gives them.
   *
   * @param apps names of connections besides the default one
   * @param folder for its log
   * @param settings further environment
   */
  public static Worker start(
      String name,
      Program program,
      Path folder,
      Gateway gateway,
      StandIn feishu,
      List<String> apps,
      Map<String, String> settings) {
    Path log = folder.resolve("worker-" + name + ".log");
    Map<String, String> environment = new HashMap<>(program.environment());
    environment.put("FEISHU_BASE_URL", feishu.baseUrl(name).toString());
    environment.put("FEISHU_APP_ID", "cli_" + name);
    environment.put("FEISHU_APP_SECRET", SECRET);
    environment.put("CAMUNDA_CLIENT_MODE", "self-managed");
    environment.put("CAMUNDA_CLIENT_GRPC_ADDRESS", gateway.address().toString());
    environment.put("CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false");
    environment.put("SERVER_PORT", "0");
    for (String app : apps) {
      String prefix = "FEISHU_CONNECTIONS_" + app.toUpperCase(Locale.ROOT);
      environment.put(prefix + "_BASE_URL", feishu.baseUrl(name, app).toString());
      environment.put(prefix + "_APP_ID", "cli_" + name + "_" + app);
      environment.put(prefix + "_APP_SECRET", SECRET);
    }
    environment.putAll(settings);
    ChildProcess process = ChildProcess.java(program.arguments(), environment, log);
    return new Worker(name, gateway, process);
  }

  public String name() {
    return name;
  }

  public Gateway gateway() {
    return gateway;
  }

  public ChildProcess process() {
    return process;
  }

  /** Returns when it asks for jobs. */
  public Worker awaitReady() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !process.isAlive() || log().contains("kinds of jobs"));
    if (!process.isAlive()) {
      throw new IllegalStateException("worker " + name + " has ended:\n" + log());
    }
    return this;
  }

  /** Everything it has written. */
  public String log() {
    return process.output();
  }

  @Override
  public void close() {
    process.kill();
    gateway.close();
  }
}
