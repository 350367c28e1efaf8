package io.github.feishuhire.settings;

import io.github.feishuhire.network.Egress;
import io.github.feishuhire.settings.SettingDoubt.OnCommandLine;
import io.github.feishuhire.settings.SettingDoubt.Unknown;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Says in one line which setting is wrong, before anything is started that would bury it. */
public final class SettingsCheck
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final Profiles SANDBOX = Profiles.of("sandbox");

  /** The switch of the guest is read by Spring alone. */
  private static final Predicate<String> OURS =
      Pattern.compile("(?i)feishu(?!.hire.enabled$).*").asMatchPredicate();

  private static final Logger LOG = LoggerFactory.getLogger(SettingsCheck.class);

  private final Collection<Served> operations;
  private final Collection<String> events;

  /**
   * @param operations that can be named
   * @param events types of them that can be named
   */
  public SettingsCheck(Collection<Served> operations, Collection<String> events) {
    this.operations = operations;
    this.events = events;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    SettingDoubts.of(event.getEnvironment()).forEach(SettingsCheck::warn);
    try {
      check(event.getEnvironment(), operations, events);
    } catch (InvalidSettingException e) {
      LOG.error(e.getMessage());
      throw new AbandonedRunException();
    }
  }

  /** Where others have settings too, only of those that can be for the connector. */
  public static void warnAsGuest(ConfigurableEnvironment environment) {
    SettingDoubts.of(environment).stream()
        .filter(doubt -> OURS.test(doubt.name()))
        .forEach(SettingsCheck::warn);
  }

  private static void warn(SettingDoubt doubt) {
    switch (doubt) {
      case Unknown unknown when unknown.nearest() != null ->
          LOG.warn(
              "{} is not a setting of the connector and has no effect. Did you mean {}?",
              unknown.name(),
              unknown.nearest());
      case Unknown unknown ->
          LOG.warn("{} is not a setting of the connector and has no effect.", unknown.name());
      case OnCommandLine secret ->
          LOG.warn(
              "{} stands on the command line, where everybody on this machine can read it (ps)."
                  + " Give it as an environment variable or as a file, and have Feishu or Camunda make a new one.",
              secret.name());
    }
  }

  /**
   * The settings, all of which can be used.
   *
   * @throws InvalidSettingException for the first that cannot
   */
  public static FeishuProperties check(
      ConfigurableEnvironment environment,
      Collection<Served> operations,
      Collection<String> events) {
    if (environment.acceptsProfiles(SANDBOX)) {
      // Whoever asks for it expects that nothing reaches Feishu, and here it would.
      throw new InvalidSettingException(
          "The sandbox is a jar of its own: start feishu-hire-sandbox.jar instead, without the profile sandbox.");
    }
    return check(environment, WorkerSettings.of(environment), operations, events);
  }

  /**
   * The same for a guest in another application.
   *
   * @param workers what is said of its own workers
   * @throws InvalidSettingException for the first that cannot
   */
  public static FeishuProperties check(
      ConfigurableEnvironment environment,
      WorkerSettings workers,
      Collection<Served> operations,
      Collection<String> events) {
    Binder binder = Binder.get(environment);
    FeishuProperties settings = binder.bindOrCreate("feishu", FeishuProperties.class);
    settings.apps();
    settings.words();
    Egress egress = NetworkProperties.egress(environment);
    ResumeUrlProperties resumeUrls =
        binder.bindOrCreate("feishu.resume-urls", ResumeUrlProperties.class);
    resumeUrls.checkedHosts();
    resumeUrls.checkProxy(egress);
    binder
        .bindOrCreate("feishu", RecoveryProperties.class)
        .check(operations.stream().map(Served::name).toList());
    new WorkerSettingsCheck(workers, operations).run();
    binder.bindOrCreate("feishu", EventProperties.class).check(events);
    binder.bindOrCreate("feishu.events", EventProperties.Port.class).check();
    return settings;
  }
}
