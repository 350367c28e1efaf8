package io.github.feishuhire.command;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.command.doctor.DoctorCommand;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.command.templates.TemplatesCommand;
import io.github.feishuhire.worker.catalogue.Task;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line of the jar. */
public final class Commands {

  private static final String NAME = "feishu-hire-connector";

  @Command(
      name = NAME,
      mixinStandardHelpOptions = true,
      synopsisSubcommandLabel = "[COMMAND]",
      description = "Runs the Feishu Hire worker, or one of the commands.",
      footer = {
        "",
        "Without a command it serves jobs until it is stopped.",
        "Settings are environment variables such as FEISHU_APP_ID,",
        "or arguments such as --feishu.app-id=cli_a1b2c3.",
        "",
        "Exit status: 0 all is well, 1 something is not, 2 the command line is wrong."
      })
  private static final class Root {}

  private Commands() {}

  /**
   * The command line, to be run once.
   *
   * @param version null for a build that has none
   * @param tasks of the catalogue
   * @param setup asked by a command that runs, not for help
   */
  public static CommandLine of(@Nullable String version, List<Task> tasks, Supplier<Setup> setup) {
    IVersionProvider name =
        () -> new String[] {NAME + " " + (version == null ? "(not packaged)" : version)};
    CommandLine line = new CommandLine(new Root());
    line.addSubcommand(new DoctorCommand(tasks, setup));
    line.addSubcommand(new TemplatesCommand(tasks, setup));
    line.getCommandSpec().versionProvider(name);
    line.getSubcommands().values().forEach(one -> one.getCommandSpec().versionProvider(name));
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          failed.getErr().println(failed.getColorScheme().errorText(oneLine(failure)));
          return CommandLine.ExitCode.SOFTWARE;
        });
    return line;
  }

  /** What to tell a person; what nobody foresaw is told by its kind. */
  private static String oneLine(Exception failure) {
    return switch (failure) {
      case FeishuException feishu -> oneLine(feishu.failure());
      case IOException file -> "A file cannot be read or written: " + file.getMessage();
      default -> failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    };
  }

  private static String oneLine(FeishuFailure failure) {
    String reason =
        switch (failure) {
          case FeishuFailure.SetUpFault fault when !fault.missingScopes().isEmpty() ->
              "Feishu refuses: one of these scopes is missing: "
                  + String.join(", ", fault.missingScopes());
          case FeishuFailure.SetUpFault fault -> "Feishu refuses (" + fault.code() + ")";
          case FeishuFailure.Refused refused -> "Feishu refuses (" + refused.code() + ")";
          case FeishuFailure.Throttled throttled -> "Feishu has been asked too often";
          case FeishuFailure.Unavailable unavailable -> "Feishu has failed several times in a row";
          case FeishuFailure.NotSent notSent -> "Feishu cannot be reached";
          case FeishuFailure.Unanswered unanswered -> "Feishu gives no usable answer";
        };
    return reason + ". The command doctor says more.";
  }
}
