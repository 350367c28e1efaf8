package io.github.feishuhire.api;

import io.github.feishuhire.sandbox.SandboxSettings;
import java.net.URI;

/** The app that stand-ins of Feishu know. */
public final class Apps {

  private Apps() {}

  public static App at(URI baseUrl) {
    var known = SandboxSettings.DEFAULT_APP;
    return new App(baseUrl, known.id(), known.secret());
  }
}
