package io.github.feishuhire;

import io.camunda.client.CamundaClient;
import io.camunda.client.spring.configuration.CamundaClientProdAutoConfiguration;
import io.camunda.client.spring.configuration.JsonMapperConfiguration;
import io.camunda.client.spring.properties.CamundaClientProperties;
import io.github.feishuhire.api.App;
import io.github.feishuhire.api.QuotaShare;
import io.github.feishuhire.command.Commands;
import io.github.feishuhire.command.setup.ReceivedEvents;
import io.github.feishuhire.command.setup.Setting;
import io.github.feishuhire.command.setup.Setup;
import io.github.feishuhire.network.Egress;
import io.github.feishuhire.settings.FeishuProperties;
import io.github.feishuhire.settings.InvalidSettingException;
import io.github.feishuhire.settings.NetworkProperties;
import io.github.feishuhire.settings.RestAddress;
import io.github.feishuhire.settings.SettingDoubts;
import io.github.feishuhire.settings.SettingOrigins;
import io.github.feishuhire.settings.SettingsCheck;
import io.github.feishuhire.words.Language;
import io.github.feishuhire.words.Words;
import io.github.feishuhire.worker.Operations;
import io.github.feishuhire.worker.catalogue.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** Runs a command with the settings of the worker, but without its web server and its jobs. */
final class CommandStart implements AutoCloseable {

  /** What Spring takes as a setting; everything else is for the command. */
  private static final Predicate<String> SETTING =
      Pattern.compile("--[A-Za-z0-9_-]+([.\\[][^=]*)=.*", Pattern.DOTALL).asMatchPredicate();

  private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

  /** Of all beans only Camunda's client, and only when it is asked for. */
  @ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JsonMapperConfiguration.class,
    CamundaClientProdAutoConfiguration.class
  })
  @EnableConfigurationProperties(CamundaClientProperties.class)
  static final class Beans {}

  private final List<String> settings;
  private @Nullable ConfigurableApplicationContext context;

  private CommandStart(List<String> settings) {
    this.settings = settings;
  }

  /** Whether this is for a command; a worker is given settings and nothing else. */
  static boolean isFor(String... args) {
    return Arrays.stream(args).anyMatch(arg -> !arg.startsWith("--") || ABOUT.contains(arg));
  }

  /** The exit status. */
  static int run(String... args) {
    List<String> settings = Arrays.stream(args).filter(SETTING).toList();
    String[] rest = Arrays.stream(args).filter(SETTING.negate()).toArray(String[]::new);
    String version = Application.class.getPackage().getImplementationVersion();
    try (CommandStart start = new CommandStart(settings)) {
      return Commands.of(version, Operations.TASKS, start::setup).execute(rest);
    }
  }

  /** Starts what there is to start; a command asks for it once. */
  private Setup setup() {
    ConfigurableApplicationContext started =
        new SpringApplicationBuilder(Beans.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .logStartupInfo(false)
            // What a command prints is its answer and nothing else.
            .properties("logging.threshold.console=off")
            .run(settings.toArray(String[]::new));
    context = started;
    ConfigurableEnvironment environment = started.getEnvironment();
    Map<String, App> apps = Map.of();
    Map<String, ReceivedEvents> events = Map.of();
    QuotaShare quotaShare = QuotaShare.ALONE;
    Egress egress = Egress.OF_THE_JVM;
    String problem = null;
    try {
      FeishuProperties feishu =
          SettingsCheck.check(environment, ServedJobs.KNOWN, EventType.types());
      quotaShare = feishu.quotaShare();
      egress = NetworkProperties.egress(environment);
      apps = feishu.apps();
      events = EventSetup.of(environment, apps.keySet());
    } catch (InvalidSettingException e) {
      problem = e.getMessage();
    } catch (BindException e) {
      problem = e.getName() + " cannot be read as what it has to be.";
    }
    return new Setup(
        settings(environment),
        SettingDoubts.of(environment),
        problem,
        apps,
        events,
        quotaShare,
        egress,
        () -> started.getBean(CamundaClient.class),
        RestAddress.isConfigured(environment),
        new Words(language(environment)));
  }

  /** English where the setting cannot be read; which is found out with the other settings. */
  private static Language language(ConfigurableEnvironment environment) {
    String tag = environment.getProperty("feishu.language", "");
    return Language.of(tag.strip()).orElse(Language.EN);
  }

  private static List<Setting> settings(ConfigurableEnvironment environment) {
    return SettingOrigins.of(environment).entrySet().stream()
        .map(one -> new Setting(one.getKey(), one.getValue()))
        .toList();
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }
}
