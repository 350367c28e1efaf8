package io.github.feishuhire.testbed.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.response.PartitionBrokerHealth;
import io.github.feishuhire.testbed.process.ChildProcess;
import io.github.feishuhire.testbed.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** A Zeebe broker with its data, which outlive the process. */
public final class Broker implements AutoCloseable {

  private static final String EXPORTER = "ZEEBE_BROKER_EXPORTERS_RECORDS_";

  /** Has it write every record to its output. */
  private static final Map<String, String> RECORDS =
      Map.of(
          EXPORTER + "CLASSNAME", "io.camunda.zeebe.broker.exporter.debug.DebugLogExporter",
          EXPORTER + "ARGS_LOGLEVEL", "info",
          EXPORTER + "ARGS_PRETTYPRINT", "false");

  /** The exporter's lines as they are, so that each is one record. */
  private static final String LOGGING =
      """
      <Configuration status="WARN" shutdownHook="disable">
        <Appenders><Console name="Console"><PatternLayout pattern="%msg%n"/></Console></Appenders>
        <Loggers>
          <Logger name="org.camunda" level="warn"/>
          <Logger name="io.camunda.zeebe.broker.system" level="warn"/>
          <Root level="info"><AppenderRef ref="Console"/></Root>
        </Loggers>
      </Configuration>
      """;

  private final Path home;
  private final Path folder;
  private final String classPath;
  private final List<String> jvmOptions;
  private final Map<String, String> settings;
  private final int gateway = FreePort.find();
  private final int rest = FreePort.find();
  private final int management = FreePort.find();
  private final List<Path> outputs = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final CamundaClient client;
  private Duration ahead = Duration.ZERO;
  private @Nullable ChildProcess process;

  /**
   * A small one that records everything. Starts nothing yet.
   *
   * @param home the unpacked distribution
   * @param folder for data and output; what an earlier run with the same seed left is deleted
   */
  public Broker(Path home, Path folder) {
    this(
        home,
        folder,
        home.resolve("config").toString(),
        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        RECORDS);
  }

  /**
   * One that is made for more, and records nothing.
   *
   * @param classPath what comes before the libraries of the distribution
   * @param settings further environment
   */
  public Broker(
      Path home,
      Path folder,
      String classPath,
      List<String> jvmOptions,
      Map<String, String> settings) {
    this.home = home;
    this.folder = folder;
    this.classPath = classPath;
    this.jvmOptions = List.copyOf(jvmOptions);
    this.settings = settings;
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create("http://127.0.0.1:" + gateway))
            .restAddress(restAddress())
            .preferRestOverGrpc(false)
            .defaultRequestTimeout(Duration.ofSeconds(20))
            .build();
  }

  public int port() {
    return gateway;
  }

  public URI restAddress() {
    return URI.create("http://127.0.0.1:" + rest);
  }

  /** Spring Boot's actuator. */
  public URI actuator() {
    return URI.create("http://127.0.0.1:" + management + "/actuator/");
  }

  /** Straight to the broker, by no relay. */
  public CamundaClient client() {
    return client;
  }

  /** What each start of it wrote, the records among it. */
  public List<Path> outputs() {
    return List.copyOf(outputs);
  }

  /** Returns when it can be used. */
  public void start() {
    Path output = folder.resolve("broker-" + outputs.size() + ".log");
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("log4j2.xml"), LOGGING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> arguments = new ArrayList<>(jvmOptions);
    arguments.addAll(
        List.of(
            "-Dlogging.config=" + folder.resolve("log4j2.xml"),
            "-Dapp.home=" + folder,
            "-cp",
            classPath + ":" + home.resolve("lib") + "/*",
            "io.camunda.application.StandaloneBroker"));
    process = ChildProcess.java(arguments, environment(), output);
    outputs.add(output);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(200))
        .until(this::isReady);
    Awaitility.await() // its clock starts anew, its data do not; and it can be set only last of all
        .atMost(Duration.ofMinutes(1))
        .ignoreException(UncheckedIOException.class)
        .until(
            () -> {
              addToClock(ahead);
              return true;
            });
  }

  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(
        Map.ofEntries(
            Map.entry("ZEEBE_CLOCK_CONTROLLED", "true"),
            Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", data().toString()),
            Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
            Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "100MB"),
            Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "50MB"),
            Map.entry("ZEEBE_BROKER_THREADS_CPUTHREADCOUNT", "1"),
            Map.entry("ZEEBE_BROKER_THREADS_IOTHREADCOUNT", "1"),
            Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
            Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(gateway)),
            Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(FreePort.find())),
            Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(FreePort.find())),
            Map.entry("SERVER_PORT", String.valueOf(rest)),
            Map.entry("MANAGEMENT_SERVER_PORT", String.valueOf(management))));
    return all;
  }

  private boolean isReady() {
    if (!Objects.requireNonNull(process).isAlive()) {
      throw new IllegalStateException("the broker has ended: " + outputs.getLast());
    }
    try {
      return client
          .newTopologyRequest()
          .requestTimeout(Duration.ofSeconds(2))
          .send()
          .join()
          .getBrokers()
          .stream()
          .flatMap(broker -> broker.getPartitions().stream())
          .anyMatch(
              partition ->
                  partition.isLeader() && partition.getHealth() == PartitionBrokerHealth.HEALTHY);
    } catch (ClientException e) {
      return false;
    }
  }

  /** Where it keeps what it knows; a copy that is made while it is paused can be restored. */
  public Path data() {
    return folder.resolve("data");
  }

  /** SIGSTOP. */
  public void pause() {
    Objects.requireNonNull(process).pause();
  }

  /** SIGCONT. */
  public void resume() {
    Objects.requireNonNull(process).resume();
  }

  /** SIGKILL; {@link #start} brings it back with what it has stored. */
  public void kill() {
    Objects.requireNonNull(process).kill();
  }

  /** Moves the broker's clock; every lease and back-off that ends in between has ended then. */
  public void moveClock(Duration by) {
    addToClock(by);
    ahead = ahead.plus(by);
  }

  /** How far its clock has been moved. */
  public Duration ahead() {
    return ahead;
  }

  private void addToClock(Duration by) {
    try {
      var reply =
          http.send(
              HttpRequest.newBuilder(actuator().resolve("clock/add"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"offsetMilli\":" + by.toMillis() + "}"))
                  .build(),
              BodyHandlers.ofString());
      if (reply.statusCode() != 200) {
        throw new IllegalStateException("the clock answered " + reply.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    http.close();
    if (process != null) {
      process.kill();
    }
  }
}
