package io.github.feishuhire.demo;

import io.github.feishuhire.demo.seen.Happening;
import io.github.feishuhire.demo.seen.Happening.Kind;
import io.github.feishuhire.words.Words;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Says what happens, a line for each step that a person would name. */
final class Progress {

  private static final int NAME = 14;
  private static final int LAST_DIGITS = 4;

  private final Company company;
  private final Words words;
  private final PrintStream out;

  Progress(Company company, Words words, PrintStream out) {
    this.company = company;
    this.words = words;
    this.out = out;
  }

  void tell(List<Happening> happenings) {
    happenings.forEach(one -> line(one).ifPresent(out::println));
  }

  private Optional<String> line(Happening one) {
    return company
        .role(one.instance())
        .map(role -> ofCandidate(one).map(text -> Columns.padded(role.name(), NAME) + text))
        .orElseGet(() -> Optional.of(of(one)));
  }

  private Optional<String> ofCandidate(Happening one) {
    return switch (one.kind()) {
      case DONE -> words.find("step." + one.element());
      case INCIDENT -> Optional.of(words.say("incident", one.text()));
      case RESOLVED -> Optional.of(words.say("resolved", one.element()));
      case STARTED, WAITS_FOR_PERSON, ENDED, CANCELLED -> Optional.empty();
    };
  }

  /** An instance that somebody else has started is called by its process and its last digits. */
  private String of(Happening one) {
    String key = Long.toString(one.instance());
    String name = one.process() + " …" + key.substring(Math.max(0, key.length() - LAST_DIGITS));
    String text =
        one.kind() == Kind.INCIDENT
            ? words.say("own.incident", one.element(), one.text())
            : words.say("own." + one.kind().name(), one.element());
    return Columns.padded(name, NAME) + text;
  }
}
