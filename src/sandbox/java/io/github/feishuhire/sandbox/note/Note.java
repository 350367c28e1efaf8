package io.github.feishuhire.sandbox.note;

import java.util.Optional;

/** What somebody has written about a talent. */
public record Note(
    String id,
    String talentId,
    Optional<String> applicationId,
    Optional<String> creatorId,
    String content,
    boolean isPrivate) {

  @Override
  public String toString() {
    return "Note[id=" + id + "]";
  }
}
