package io.github.feishuhire.demo;

import io.github.feishuhire.demo.page.Troupe;
import io.github.feishuhire.words.Language;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The demo's own candidates: which instance is whose, and in which languages they are wanted. */
final class Company implements Troupe {

  private final Map<Long, Candidate> candidates = new ConcurrentHashMap<>();
  private final Queue<Language> wanted = new ConcurrentLinkedQueue<>();

  void add(long instance, Candidate candidate) {
    candidates.put(instance, candidate);
  }

  @Override
  public Optional<Role> role(long instance) {
    return Optional.ofNullable(candidates.get(instance))
        .map(candidate -> new Role(candidate.name(), candidate.story()));
  }

  @Override
  public void send(Language language) {
    wanted.add(language);
  }

  /** The next language in which they are to come; empty when they are not. */
  Optional<Language> next() {
    return Optional.ofNullable(wanted.poll());
  }
}
