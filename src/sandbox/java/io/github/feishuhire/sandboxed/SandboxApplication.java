package io.github.feishuhire.sandboxed;

import io.github.feishuhire.Application;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;

/** The connector and its commands as one process that never asks Feishu. */
public final class SandboxApplication {

  private SandboxApplication() {}

  /** Takes what the connector takes, and ends as it does. */
  public static void main(String[] args) {
    try {
      SpringApplication.withHook(SandboxApplication::withoutFeishu, () -> Application.main(args));
    } catch (RuntimeException logged) {
      // The sandbox that has been started would keep the process alive.
      System.exit(1);
    }
  }

  private static @Nullable SpringApplicationRunListener withoutFeishu(
      SpringApplication application) {
    application.addListeners(new SandboxStart());
    return null;
  }
}
