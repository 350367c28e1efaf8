package io.github.feishuhire.camunda;

import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.testbed.process.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How each part is started. */
final class Parts {

  static final String CAMUNDA_VERSION = "8.6.0";

  private static final Path CAMUNDA = Path.of("target/broker/camunda-zeebe-" + CAMUNDA_VERSION);
  private static final Path OPENSEARCH = Path.of("target/camunda/opensearch");
  private static final Path CONNECTOR = Path.of("target/feishu-hire-connector.jar");

  private final Home home;
  private final Places places;

  /**
   * @throws NotStarted when something has not been downloaded or built
   */
  Parts(Home home, Places places) throws NotStarted {
    for (Path needed : List.of(CAMUNDA, OPENSEARCH, CONNECTOR)) {
      if (!Files.exists(needed)) {
        throw new NotStarted("missing", needed);
      }
    }
    this.home = home;
    this.places = places;
  }

  /** Where Operate and Tasklist find what has happened. */
  Part search() throws IOException {
    Path data = home.data().resolve("opensearch");
    home.copy("opensearch.yml", data.resolve("node_1/config/opensearch.yml"));
    List<String> arguments = new ArrayList<>(java("512m"));
    arguments.addAll(
        List.of(
            "-cp",
            OPENSEARCH.toAbsolutePath() + File.separator + "*",
            "org.codelibs.opensearch.runner.OpenSearchRunner",
            "-basePath",
            data.toString(),
            "-numOfNode",
            "1",
            // It adds the number of the node.
            "-baseHttpPort",
            Integer.toString(places.search() - 1),
            "-clusterName",
            "elasticsearch"));
    return new Part("OpenSearch", arguments, Map.of(), local(places.search(), "/"));
  }

  /** The broker with its gateway. */
  Part engine() throws IOException {
    return camunda(
        "Zeebe", "StandaloneBroker", "broker", places.rest(), "512m", "/actuator/health/readiness");
  }

  /** Operate and Tasklist, behind one log-in. */
  Part webApplications() throws IOException {
    return camunda(
        "Operate and Tasklist",
        "StandaloneCamunda",
        "operate,tasklist,auth",
        places.web(),
        "640m",
        "/actuator/health/readiness");
  }

  private Part camunda(
      String name, String main, String profiles, int port, String heap, String ready)
      throws IOException {
    int management = FreePort.find();
    List<String> arguments = new ArrayList<>(java(heap));
    settings().forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    arguments.addAll(
        List.of(
            "-Dopensearch=" + local(places.search(), ""),
            "-Dgrpc=127.0.0.1:" + places.grpc(),
            "-Drest=" + local(places.rest(), ""),
            "-Dapp.home=" + home.data(),
            "-Dspring.profiles.active=" + profiles,
            "-Dserver.port=" + port,
            "-Dmanagement.server.port=" + management,
            "-Dzeebe.broker.gateway.network.port=" + places.grpc(),
            "-Dzeebe.broker.network.commandApi.port=" + FreePort.find(),
            "-Dzeebe.broker.network.internalApi.port=" + FreePort.find(),
            "-Dzeebe.broker.data.directory=" + home.data().resolve("zeebe"),
            "-cp",
            String.join(
                File.pathSeparator,
                CAMUNDA.resolve("config").toAbsolutePath().toString(),
                CAMUNDA.resolve("lib").toAbsolutePath() + File.separator + "*"),
            "io.camunda.application." + main));
    return new Part(name, arguments, Map.of(), local(management, ready));
  }

  /** The packaged connector, with the settings that README names for a real one. */
  Part worker(URI feishu, String language) {
    App app = SandboxSettings.DEFAULT_APP;
    int port = FreePort.find();
    List<String> arguments = new ArrayList<>(java("256m"));
    arguments.addAll(List.of("-jar", CONNECTOR.toAbsolutePath().toString()));
    return new Part(
        "Worker",
        arguments,
        Map.of(
            "FEISHU_APP_ID", app.id(),
            "FEISHU_APP_SECRET", app.secret(),
            "FEISHU_BASE_URL", feishu.toString(),
            "FEISHU_LANGUAGE", language,
            "CAMUNDA_CLIENT_PREFER_REST_OVER_GRPC", "false",
            "CAMUNDA_CLIENT_GRPC_ADDRESS", local(places.grpc(), "").toString(),
            "CAMUNDA_CLIENT_REST_ADDRESS", local(places.rest(), "").toString(),
            "SERVER_ADDRESS", "127.0.0.1",
            "SERVER_PORT", Integer.toString(port)),
        local(port, "/actuator/health/readiness"));
  }

  private List<String> java(String heap) {
    return List.of(
        "-Xmx" + heap,
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8",
        "-Djava.io.tmpdir=" + home.temporary());
  }

  private static Map<String, String> settings() throws IOException {
    Properties settings = new Properties();
    try (InputStream file =
        Objects.requireNonNull(Parts.class.getResourceAsStream("settings.properties"))) {
      settings.load(file);
    }
    return settings.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(key -> key, settings::getProperty, (one, other) -> one, TreeMap::new));
  }

  private static URI local(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
