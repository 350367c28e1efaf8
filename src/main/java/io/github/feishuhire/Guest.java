package io.github.feishuhire;

import io.github.feishuhire.settings.EventProperties;
import io.github.feishuhire.settings.FeishuProperties;
import io.github.feishuhire.settings.RecoveryProperties;
import io.github.feishuhire.settings.ResumeUrlProperties;
import io.github.feishuhire.settings.WorkerSettings;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The connector in somebody else's application: in a context of its own, which finds the client and
 * the metrics of the other, while of its beans the other sees only this one. So no name of theirs
 * can be in conflict, and none of their events is heard twice.
 */
final class Guest implements SmartLifecycle, CompositeHealthContributor, AutoCloseable {

  /** What Spring Boot leaves out of a bean's name in the name of a part of the health. */
  private static final String HEALTH = "Health(Contributor|Indicator)";

  private final AnnotationConfigApplicationContext context;
  private final Map<String, HealthContributor> health = new TreeMap<>();

  /**
   * Starts nothing yet.
   *
   * @param host its beans
   * @param environment its settings, which have been checked
   * @param workers what of them is about the connector's own jobs
   */
  Guest(
      ConfigurableListableBeanFactory host,
      ConfigurableEnvironment environment,
      WorkerSettings workers) {
    DefaultListableBeanFactory beans = new DefaultListableBeanFactory(host);
    beans.registerSingleton(
        AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, new WithTheHost(beans));
    context = new AnnotationConfigApplicationContext(beans);
    context.setDisplayName("feishu-hire");
    context.setEnvironment(environment);
    context.registerBean(WorkerSettings.class, () -> workers);
    context.register(
        Settings.class,
        FeishuWiring.class,
        JobWiring.class,
        EventWiring.class,
        LongConnectionWiring.class);
    context.refresh();
    context
        .getBeansOfType(HealthContributor.class)
        .forEach((bean, one) -> health.put(bean.replaceFirst(HEALTH + "$", ""), one));
  }

  @EnableConfigurationProperties({
    FeishuProperties.class,
    RecoveryProperties.class,
    ResumeUrlProperties.class,
    EventProperties.class,
    EventProperties.Port.class
  })
  static final class Settings {}

  /** Starts what is to be started when the host does, and not before. */
  private static final class WithTheHost extends DefaultLifecycleProcessor {

    WithTheHost(DefaultListableBeanFactory beans) {
      setBeanFactory(beans);
    }

    @Override
    public void onRefresh() {
      // the host is not ready yet
    }
  }

  @Override
  public void start() {
    context.start();
  }

  @Override
  public void stop() {
    context.stop();
  }

  @Override
  public boolean isRunning() {
    return context.isRunning();
  }

  @Override
  public @Nullable HealthContributor getContributor(String name) {
    return health.get(name);
  }

  @Override
  public Iterator<NamedContributor<HealthContributor>> iterator() {
    return health.entrySet().stream()
        .map(one -> NamedContributor.of(one.getKey(), one.getValue()))
        .iterator();
  }

  @Override
  public void close() {
    context.close();
  }
}
