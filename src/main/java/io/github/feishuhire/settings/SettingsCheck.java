package io.github.feishuhire.settings;

import java.util.Collection;
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

  private final Collection<String> operations;

  /**
   * @param operations that can be named
   */
  public SettingsCheck(Collection<String> operations) {
    this.operations = operations;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    try {
      check(event.getEnvironment(), operations);
    } catch (InvalidSettingException e) {
      LoggerFactory.getLogger(SettingsCheck.class).error(e.getMessage());
      throw new AbandonedRunException();
    }
  }

  /**
   * The settings, all of which can be used.
   *
   * @throws InvalidSettingException for the first that cannot
   */
  public static FeishuProperties check(
      ConfigurableEnvironment environment, Collection<String> operations) {
    if (environment.acceptsProfiles(SANDBOX)) {
      // Whoever asks for it expects that nothing reaches Feishu, and here it would.
      throw new InvalidSettingException(
          "The sandbox is a jar of its own: start feishu-hire-sandbox.jar instead, without the profile sandbox.");
    }
    Binder binder = Binder.get(environment);
    FeishuProperties settings = binder.bindOrCreate("feishu", FeishuProperties.class);
    settings.apps();
    settings.words();
    binder.bindOrCreate("feishu.resume-urls", ResumeUrlProperties.class).checkedHosts();
    binder.bindOrCreate("feishu", RecoveryProperties.class).check(operations);
    return settings;
  }
}
