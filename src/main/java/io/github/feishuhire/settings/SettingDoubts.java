package io.github.feishuhire.settings;

import io.github.feishuhire.words.OneLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Looks at the names of settings, and at none of their values. */
public final class SettingDoubts {

  private static final Predicate<String> OF_THE_WORKER =
      Pattern.compile("(?i)(feishu|camunda[._-]?client)[._\\[].*").asMatchPredicate();

  /** What Kubernetes tells a container of the services beside it, one of which may be ours. */
  private static final Predicate<String> OF_A_SERVICE =
      Pattern.compile(".*_(SERVICE_(HOST|PORT.*)|PORT(_[0-9]+_(TCP|UDP|SCTP).*)?)")
          .asMatchPredicate();

  private static final Predicate<String> SECRET =
      Pattern.compile("(?i)(?!.*path$).*(secret|password|encrypt.?key|verification.?token).*")
          .asMatchPredicate();

  private final KnownSettings known;

  private SettingDoubts(KnownSettings known) {
    this.known = known;
  }

  /** In the order of the places where settings are looked for. */
  public static List<SettingDoubt> of(ConfigurableEnvironment environment) {
    Map<String, Object> connections =
        Binder.get(environment)
            .bind("feishu.connections", Bindable.mapOf(String.class, Object.class))
            .orElse(Map.of());
    SettingDoubts doubts = new SettingDoubts(new KnownSettings(connections.keySet()));
    return environment.getPropertySources().stream()
        .filter(EnumerablePropertySource.class::isInstance)
        .flatMap(source -> doubts.in((EnumerablePropertySource<?>) source))
        .distinct()
        .toList();
  }

  private Stream<SettingDoubt> in(EnumerablePropertySource<?> source) {
    boolean isVariables = source instanceof SystemEnvironmentPropertySource;
    List<String> names =
        Stream.of(source.getPropertyNames())
            .filter(OF_THE_WORKER)
            .filter(name -> !isVariables || !OF_A_SERVICE.test(name))
            .sorted()
            .toList();
    Stream<SettingDoubt> unknown =
        names.stream().filter(name -> !known.has(name)).map(name -> unknown(name, isVariables));
    return isOnCommandLine(source)
        ? Stream.concat(
            unknown,
            names.stream()
                .filter(SECRET)
                .map(name -> new SettingDoubt.OnCommandLine(OneLine.of(name))))
        : unknown;
  }

  private SettingDoubt unknown(String name, boolean isVariable) {
    String nearest = known.nearest(name).map(one -> isVariable ? variable(one) : one).orElse(null);
    return new SettingDoubt.Unknown(OneLine.of(name), nearest);
  }

  private static String variable(String name) {
    return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static boolean isOnCommandLine(EnumerablePropertySource<?> source) {
    return source instanceof CommandLinePropertySource
        || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
  }
}
