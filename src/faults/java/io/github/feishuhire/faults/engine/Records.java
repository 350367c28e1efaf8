package io.github.feishuhire.faults.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.feishuhire.faults.oracle.EngineEvent;
import io.github.feishuhire.testbed.engine.Broker;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The broker's own records, read from where its exporter writes them. A broker that was restarted
 * writes them all again; a position counts once.
 */
public final class Records {

  private static final ObjectMapper MAPPER = DeepJson.mapper();
  private static final String CANARY = "canary";

  private final Broker broker;
  private final Map<Path, Long> read = new HashMap<>();
  private final Set<Long> positions = new HashSet<>();
  private final Map<Long, List<EngineEvent>> events = new HashMap<>();
  private final List<String> leaks = new ArrayList<>();

  public Records(Broker broker) {
    this.broker = broker;
  }

  /** Everything so far about these instances. */
  public synchronized List<EngineEvent> events(Collection<Long> instances) {
    broker.outputs().forEach(this::readOn);
    return instances.stream()
        .flatMap(instance -> events.getOrDefault(instance, List.of()).stream())
        .toList();
  }

  /**
   * Candidate's data or secrets in incidents, error messages, or variables that the process did not
   * put there.
   */
  public synchronized List<String> leaks() {
    return List.copyOf(leaks);
  }

  private void readOn(Path output) {
    try (RandomAccessFile file = new RandomAccessFile(output.toFile(), "r")) {
      long from = read.getOrDefault(output, 0L);
      byte[] fresh = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(fresh);
      int end = fresh.length;
      while (end > 0 && fresh[end - 1] != '\n') {
        end--;
      }
      read.put(output, from + end);
      Stream<String> lines = new String(fresh, 0, end, UTF_8).lines();
      lines.filter(Records::isOfInterest).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfInterest(String line) {
    return line.startsWith("{")
        && line.contains("\"recordType\":\"EVENT\"")
        && Stream.of("JOB", "JOB_BATCH", "INCIDENT", "VARIABLE", "PROCESS_INSTANCE")
            .anyMatch(type -> line.contains("\"valueType\":\"" + type + "\""));
  }

  private void add(String line) {
    try {
      JsonNode record = MAPPER.readTree(line);
      long position = record.path("position").asLong();
      if (!positions.add(position)) {
        return;
      }
      if (isLeak(record)) {
        leaks.add(line);
      }
      for (EngineEvent event : EngineRecord.events(record)) {
        events.computeIfAbsent(event.instance(), instance -> new ArrayList<>()).add(event);
      }
    } catch (IOException e) {
      // a broker that was killed in the middle of a line writes it again after its restart
    }
  }

  private static boolean isLeak(JsonNode record) {
    JsonNode value = record.path("value");
    boolean given =
        record.path("valueType").asText().equals("VARIABLE")
            && List.of("email", "resume", "name").contains(value.path("name").asText());
    return !given
        && Stream.of("name", "value", "errorMessage")
            .anyMatch(member -> value.path(member).asText().contains(CANARY));
  }
}
