package io.github.feishuhire.command.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.Task;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: prints each finding as soon as it is there. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks settings, Camunda and Feishu, and says what to do. Writes nothing.",
    footer = {"", "Exit status: 0 all is well, 1 something is not, 2 the command line is wrong."})
public final class DoctorCommand implements Callable<Integer> {

  /** ASCII, so that it survives whatever the terminal's encoding is. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private record Report(boolean healthy, List<Finding> findings) {}

  private final List<Task> tasks;
  private final Supplier<Setup> setup;

  @Option(names = "--json", description = "Print the findings as JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  /**
   * @param tasks of the catalogue
   */
  public DoctorCommand(List<Task> tasks, Supplier<Setup> setup) {
    this.tasks = tasks;
    this.setup = setup;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    PrintWriter out = line.getOut();
    Setup here = setup.get();
    Words words = here.words();
    List<Finding> findings = new ArrayList<>();
    new Doctor(here, tasks, InstantSource.system())
        .examine(
            finding -> {
              findings.add(finding);
              if (!json) {
                out.println(text(finding, words, line));
                out.flush();
              }
            });
    long faults = findings.stream().filter(Finding::isFault).count();
    if (json) {
      out.println(JSON.writeValueAsString(new Report(faults == 0, findings)));
    } else {
      out.println(
          faults == 0
              ? words.say("doctor.well")
              : faults == 1 ? words.say("doctor.fault") : words.say("doctor.faults", faults));
    }
    out.flush();
    return faults == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private static String text(Finding finding, Words words, CommandLine line) {
    String label = line.getColorScheme().ansi().string(finding.state().label());
    String text = words.say("doctor.line", finding.subject(), finding.text());
    String advice = finding.advice();
    return label + " " + (advice == null ? text : words.say("frame.next", text, advice));
  }
}
