package io.github.feishuhire.command.templates;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.http.HttpSender;
import io.github.feishuhire.command.setup.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code templates}: reads the tenant, and writes a template for each task that needs a website.
 */
@Command(
    name = "templates",
    mixinStandardHelpOptions = true,
    description = "Writes element templates that offer this tenant's websites, job posts, ….")
public final class TemplatesCommand implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  private static final class ByTag implements ITypeConverter<Language> {
    @Override
    public Language convert(String tag) {
      return Arrays.stream(Language.values())
          .filter(one -> one.toString().equals(tag))
          .findFirst()
          .orElseThrow(() -> new TypeConversionException("must be en or zh-CN"));
    }
  }

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
      defaultValue = "en",
      converter = ByTag.class,
      description = "Language of labels: en (default) or zh-CN.")
  private Language language = Language.EN;

  @Option(
      names = "--website",
      paramLabel = "ID",
      arity = "1..*",
      description = "Only these websites; all by default.")
  private List<String> websites = List.of();

  @Spec private @Nullable CommandSpec spec;

  public TemplatesCommand(Supplier<Setup> setup) {
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
    var app = here.apps().values().iterator().next();
    Time time = Time.system();
    TenantReader reader =
        new TenantReader(
            new FeishuHire(app, here.quotaShare(), HttpSender.create(), time),
            language,
            time,
            InstantSource.system(),
            text -> {
              line.getErr().println(text);
              line.getErr().flush();
            });
    Tenant tenant = reader.read(websites);
    if (tenant.sites().isEmpty()) {
      line.getErr().println("This app sees no website: create one in Feishu Hire first.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    TemplateFolder folder = new TemplateFolder(Objects.requireNonNull(out));
    for (Map.Entry<String, ObjectNode> ordinary : ordinary(language).entrySet()) {
      var template = TenantTemplate.of(ordinary.getValue(), tenant, language);
      if (template.isPresent()) {
        var written = folder.write(ordinary.getKey(), template.get());
        line.getOut()
            .printf(
                "%s version %d%s%n",
                written.file(), written.version(), written.changed() ? "" : ", unchanged");
      }
    }
    line.getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  /** The templates in the jar, by the names of their files. */
  static Map<String, ObjectNode> ordinary(Language language) throws IOException {
    Map<String, ObjectNode> found = new TreeMap<>(Comparator.naturalOrder());
    var resources = new PathMatchingResourcePatternResolver();
    for (Resource resource : resources.getResources("classpath:" + language.templates())) {
      try (InputStream text = resource.getInputStream()) {
        found.put(Objects.requireNonNull(resource.getFilename()), (ObjectNode) JSON.readTree(text));
      }
    }
    return found;
  }
}
