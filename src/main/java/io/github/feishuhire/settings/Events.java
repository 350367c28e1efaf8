package io.github.feishuhire.settings;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the events of one Feishu app are received.
 *
 * @param mode as the developer console has it, or {@code off}
 * @param encryptKey as the console shows it, for webhooks
 * @param verificationToken as the console shows it, for webhooks
 * @param types of Feishu's events that become messages; none for all that are known
 * @param timeToLive how long the engine keeps a message, and so knows one that comes again
 */
public record Events(
    @DefaultValue("off") String mode,
    @Nullable String encryptKey,
    @Nullable String verificationToken,
    @DefaultValue Set<String> types,
    @DefaultValue("PT24H") Duration timeToLive) {

  /** The way in. */
  public enum Mode {
    OFF,
    LONG_CONNECTION,
    WEBHOOK;

    /** As it is written in the settings. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Events {
    mode = mode.strip();
    encryptKey = present(encryptKey);
    verificationToken = present(verificationToken);
    types = types.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable String present(@Nullable String secret) {
    return secret == null || secret.isBlank() ? null : secret.strip();
  }

  /** Of a connection that says nothing of events. */
  static Events off() {
    return new Events("off", null, null, Set.of(), Duration.ofHours(24));
  }

  /** Whether they come this way. */
  public boolean comeBy(Mode way) {
    return way.toString().equals(mode);
  }

  /** Whether those of a type are to become messages. */
  public boolean wants(String type) {
    return types.isEmpty() || types.contains(type);
  }

  /**
   * Refuses what could not work.
   *
   * @param prefix of the names of the settings
   * @param known types of events
   * @throws InvalidSettingException for the first that is wrong
   */
  void check(String prefix, Collection<String> known) {
    if (Stream.of(Mode.values()).noneMatch(this::comeBy)) {
      throw wrong(prefix + ".mode", "must be off, long-connection or webhook.");
    }
    if (comeBy(Mode.WEBHOOK) && encryptKey == null && verificationToken == null) {
      throw wrong(
          prefix + ".encrypt-key",
          "is missing, and so is "
              + variable(prefix + ".verification-token")
              + ": a webhook needs at least one of them. Both are shown in the Feishu developer"
              + " console, under the app's events (Encryption strategy).");
    }
    if (!known.containsAll(types)) {
      throw wrong(
          prefix + ".types",
          "names a type that does not become a message: write some of "
              + String.join(", ", List.copyOf(known))
              + ".");
    }
    if (!timeToLive.isPositive()) {
      throw wrong(prefix + ".time-to-live", "must be more than nothing, such as PT24H.");
    }
  }

  private static InvalidSettingException wrong(String name, String what) {
    return new InvalidSettingException(name + " (" + variable(name) + ") " + what);
  }

  private static String variable(String name) {
    return name.replace("-", "_").replace(".", "_").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Events[" + mode + "]";
  }
}
