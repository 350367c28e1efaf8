package io.github.feishuhire.settings;

import io.camunda.client.spring.properties.CamundaClientProperties;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/** Finds out where each setting comes from, by binding them all once more and watching. */
public final class SettingOrigins {

  /** Where we and Camunda's starter keep what is taken when nothing was said. */
  private static final Pattern DEFAULTS =
      Pattern.compile("^class path resource \\[application\\.|\\[(modes|auth-methods)/");

  private SettingOrigins() {}

  /**
   * The file with its line, or the variable, of each setting that somebody has made, by its name;
   * what stops the binding stops the list.
   */
  public static SortedMap<String, String> of(Environment environment) {
    SortedMap<String, String> found = new TreeMap<>();
    Binder binder = Binder.get(environment, watch(found));
    bind(binder, "feishu", FeishuProperties.class);
    bind(binder, "feishu", RecoveryProperties.class);
    bind(binder, "feishu", NetworkProperties.class);
    bind(binder, "feishu", EventProperties.class);
    bind(binder, "feishu.events", EventProperties.Port.class);
    bind(binder, "feishu.resume-urls", ResumeUrlProperties.class);
    bind(binder, "camunda.client", CamundaClientProperties.class);
    return Collections.unmodifiableSortedMap(found);
  }

  private static void bind(Binder binder, String prefix, Class<?> type) {
    try {
      binder.bind(prefix, type);
    } catch (RuntimeException reportedByTheCheckOfTheSettings) {
      // The settings that were bound before it are listed.
    }
  }

  private static BindHandler watch(SortedMap<String, String> found) {
    return new BindHandler() {
      @Override
      public Object onSuccess(
          ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
        ConfigurationProperty property = context.getConfigurationProperty();
        String origin = property == null ? null : String.valueOf(property.getOrigin());
        if (origin != null && !DEFAULTS.matcher(origin).find()) {
          found.put(name.toString(), origin);
        }
        return result;
      }
    };
  }
}
