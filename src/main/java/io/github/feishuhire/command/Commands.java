package io.github.feishuhire.command;

import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.command.doctor.DoctorCommand;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.command.templates.TemplatesCommand;
import io.github.feishuhire.words.Words;
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
    CommandLine all = new CommandLine(new Root());
    all.addSubcommand(new DoctorCommand(tasks, setup));
    all.addSubcommand(new TemplatesCommand(tasks, setup));
    all.getCommandSpec().versionProvider(name);
    all.getSubcommands().values().forEach(one -> one.getCommandSpec().versionProvider(name));
    all.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          String line = oneLine(failure, setup.get().words());
          failed.getErr().println(failed.getColorScheme().errorText(line));
          return CommandLine.ExitCode.SOFTWARE;
        });
    return all;
  }

  /** What to tell a person; what nobody foresaw is told by its kind. */
  private static String oneLine(Exception failure, Words words) {
    return switch (failure) {
      case FeishuException feishu ->
          words.say(
              "frame.sentence", oneLine(feishu.failure(), words), words.say("command.doctor"));
      case IOException file -> words.say("command.file", String.valueOf(file.getMessage()));
      default -> failure.getMessage() == null ? failure.getClass().getName() : failure.getMessage();
    };
  }

  private static String oneLine(FeishuFailure failure, Words words) {
    return switch (failure) {
      case FeishuFailure.SetUpFault fault when !fault.missingScopes().isEmpty() ->
          words.say("command.scopes", words.list(fault.missingScopes().stream()));
      case FeishuFailure.SetUpFault fault -> words.say("command.refused", fault.code());
      case FeishuFailure.Refused refused -> words.say("command.refused", refused.code());
      case FeishuFailure.Throttled throttled -> words.say("command.throttled");
      case FeishuFailure.Unavailable unavailable -> words.say("command.unavailable");
      case FeishuFailure.NotSent notSent -> words.say("command.notSent");
      case FeishuFailure.Unanswered unanswered -> words.say("command.unanswered");
    };
  }
}
