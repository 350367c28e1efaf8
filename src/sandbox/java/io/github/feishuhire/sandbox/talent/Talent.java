package io.github.feishuhire.sandbox.talent;

import java.util.Set;

/** Somebody of the talent pool. */
public record Talent(String id, Contact contact, Set<Tag> tags) {

  public Talent {
    tags = Set.copyOf(tags);
  }

  Talent reachedBy(Contact newer) {
    return new Talent(id, newer.or(contact), tags);
  }

  Talent withTags(Set<Tag> others) {
    return new Talent(id, contact, others);
  }

  @Override
  public String toString() {
    return "Talent[id=" + id + "]";
  }
}
