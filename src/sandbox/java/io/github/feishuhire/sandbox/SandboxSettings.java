package io.github.feishuhire.sandbox;

import io.github.feishuhire.sandbox.token.App;
import io.github.feishuhire.sandbox.website.Tenant;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a sandbox behaves.
 *
 * @param port 0 for any free one
 * @param clock the time that tokens, rate limits and tasks live by
 * @param taskDuration how long after its creation a delivery task has a result
 * @param rateLimitFactor scales the documented rate limits; infinity switches them off
 * @param tenant what is listed: career sites, job posts, locations
 */
public record SandboxSettings(
    int port,
    InstantSource clock,
    Duration taskDuration,
    double rateLimitFactor,
    List<App> apps,
    Tenant tenant) {

  /** The app every sandbox knows; it has all scopes the sandbox asks for. */
  public static final App DEFAULT_APP =
      new App(
          "cli_sandbox00000001",
          "sandbox-secret",
          Set.of(
              "hire:attachment",
              "hire:site",
              "hire:site_application",
              "hire:site_job_post:readonly",
              "hire:location:readonly",
              "hire:application",
              "hire:talent",
              "hire:talent_tag:readonly",
              "hire:job_process:readonly",
              "hire:interview:readonly",
              "hire:evaluation:readonly",
              "hire:offer:readonly",
              "hire:note"));

  /** Any port, the system's time, results after two seconds, the documented rate limits. */
  public static final SandboxSettings DEFAULT =
      new SandboxSettings(
          0, InstantSource.system(), Duration.ofSeconds(2), 1, List.of(DEFAULT_APP), Tenant.SMALL);

  public SandboxSettings {
    apps = List.copyOf(apps);
  }

  public SandboxSettings withPort(int port) {
    return new SandboxSettings(port, clock, taskDuration, rateLimitFactor, apps, tenant);
  }

  public SandboxSettings withClock(InstantSource clock) {
    return new SandboxSettings(port, clock, taskDuration, rateLimitFactor, apps, tenant);
  }

  public SandboxSettings withTaskDuration(Duration taskDuration) {
    return new SandboxSettings(port, clock, taskDuration, rateLimitFactor, apps, tenant);
  }

  public SandboxSettings withRateLimitFactor(double rateLimitFactor) {
    return new SandboxSettings(port, clock, taskDuration, rateLimitFactor, apps, tenant);
  }

  public SandboxSettings withoutRateLimits() {
    return withRateLimitFactor(Double.POSITIVE_INFINITY);
  }

  /** One more app beside those known so far. */
  public SandboxSettings withApp(App app) {
    return new SandboxSettings(
        port,
        clock,
        taskDuration,
        rateLimitFactor,
        Stream.concat(apps.stream(), Stream.of(app)).toList(),
        tenant);
  }

  /** Another tenant than the small one of every sandbox. */
  public SandboxSettings withTenant(Tenant tenant) {
    return new SandboxSettings(port, clock, taskDuration, rateLimitFactor, apps, tenant);
  }
}
