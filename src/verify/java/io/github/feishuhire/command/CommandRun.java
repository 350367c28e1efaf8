package io.github.feishuhire.command;

import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.command.setup.Setting;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Operations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * A command that was run in this process.
 *
 * @param out what it printed
 * @param err what it said beside
 */
public record CommandRun(int status, String out, String err) {

  /** Against a sandbox at this address, as its default app, and without Camunda. */
  public static CommandRun against(URI sandbox, String... args) {
    return with(
        new Setup(
            List.of(new Setting("feishu.app-id", "somewhere")),
            List.of(),
            null,
            Map.of("default", new App(sandbox, "cli_sandbox00000001", "sandbox-secret")),
            Map.of(),
            QuotaShare.ALONE,
            Egress.OF_THE_JVM,
            () -> {
              throw new IllegalStateException("no Camunda");
            },
            false,
            new Words(Language.EN)),
        args);
  }

  /** On a machine that is set up like this. */
  public static CommandRun with(Setup setup, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Commands.of("1.2.3", Operations.TASKS, () -> setup);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int status = line.execute(args);
    return new CommandRun(status, out.toString(), err.toString());
  }
}
