package io.github.feishuhire.command.templates;

import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.template.TaskTemplate;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.catalogue.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code templates}: reads the tenant, and writes a template for each task that needs a website,
 * and the form that starts the hiring process.
 */
@Command(
    name = "templates",
    mixinStandardHelpOptions = true,
    description = "Writes element templates that offer this tenant's websites, job posts, ….")
public final class TemplatesCommand implements Callable<Integer> {

  private static final class ByTag implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
      return Language.of(tag).orElseThrow(() -> new TypeConversionException("must be en or zh-CN"));
    }
  }

  private final List<Task> tasks;
  private final Supplier<Setup> setup;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to write them; versions there are continued.")
  private @Nullable Path out;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      converter = ByTag.class,
      description = "Language: en or zh-CN; by default that of feishu.language.")
  private @Nullable Language language;

  @Option(
      names = "--website",
      paramLabel = "ID",
      arity = "1..*",
      description = "Only these websites; all by default.")
  private List<String> websites = List.of();

  @Spec private @Nullable CommandSpec spec;

  public TemplatesCommand(List<Task> tasks, Supplier<Setup> setup) {
    this.tasks = List.copyOf(tasks);
    this.setup = setup;
  }

  @Override
  public Integer call() throws IOException {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    Setup here = setup.get();
    if (here.problem() != null) {
      line.getErr().println(here.problem());
      return CommandLine.ExitCode.SOFTWARE;
    }
    Words words = language == null ? here.words() : new Words(language);
    var app = here.apps().values().iterator().next();
    Time time = Time.system();
    TenantReader reader =
        new TenantReader(
            new FeishuHire(app, here.quotaShare(), HttpSender.create(here.egress()), time),
            words,
            time,
            InstantSource.system(),
            text -> {
              line.getErr().println(text);
              line.getErr().flush();
            });
    Tenant tenant = reader.read(websites);
    if (tenant.sites().isEmpty()) {
      line.getErr().println(words.say("templates.noWebsite"));
      return CommandLine.ExitCode.SOFTWARE;
    }
    write(tenant, words, line.getOut());
    line.getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private void write(Tenant tenant, Words words, PrintWriter lines) throws IOException {
    var edition = new TenantEdition(tenant, words);
    TemplateFolder folder = new TemplateFolder(Objects.requireNonNull(out), words);
    for (Task task : tasks.stream().filter(TenantEdition::has).toList()) {
      lines.println(
          folder.write(
              task.slug() + ".json", version -> TaskTemplate.of(task, version, words, edition)));
    }
    lines.println(folder.write(StartForm.FILE, StartForm.of(tenant, words)));
  }
}
