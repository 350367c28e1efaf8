package io.github.feishuhire;

import io.github.feishuhire.FeishuProperties.InvalidSettingException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication.AbandonedRunException;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Says in one line which setting is wrong, before anything is started that would bury it. */
final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

  private static final Profiles SANDBOX = Profiles.of("sandbox");

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    try {
      check(event.getEnvironment());
    } catch (InvalidSettingException e) {
      LoggerFactory.getLogger(Application.class).error(e.getMessage());
      throw new AbandonedRunException();
    }
  }

  /**
   * The settings, all of which can be used.
   *
   * @throws InvalidSettingException for the first that cannot
   */
  static FeishuProperties check(ConfigurableEnvironment environment) {
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
    return settings;
  }
}
