package io.github.feishuhire.sandboxed;

import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.SandboxSettings;
import io.github.feishuhire.sandbox.token.App;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts a sandbox before the settings are looked at, and has every connection lead to it, whatever
 * the settings of this machine say. It ends with the process.
 */
public final class SandboxStart
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private final Consumer<Sandbox> started;

  public SandboxStart() {
    this(sandbox -> {});
  }

  /** Hands the sandbox on, for somebody who wants to look into it. */
  public SandboxStart(Consumer<Sandbox> started) {
    this.started = started;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    App app = SandboxSettings.DEFAULT_APP;
    PushedTo pushedTo = PushedTo.of(environment);
    Sandbox sandbox =
        Sandbox.start(SandboxSettings.DEFAULT.withEvents(pushedTo.settings(app.id())));
    started.accept(sandbox);
    Map<String, Object> settings = new HashMap<>(pushedTo.secrets());
    settings.put("feishu.base-url", sandbox.baseUrl());
    settings.put("feishu.app-id", app.id());
    settings.put("feishu.app-secret", app.secret());
    Binder.get(environment)
        .bind("feishu.connections", Bindable.mapOf(String.class, Object.class))
        .orElse(Map.of())
        .keySet()
        .forEach(
            name -> settings.put("feishu.connections." + name + ".base-url", sandbox.baseUrl()));
    environment.getPropertySources().addFirst(new MapPropertySource("sandbox", settings));
  }

  /** After Spring has read the settings, before anything of ours checks them. */
  @Override
  public int getOrder() {
    return 0;
  }
}
