package io.github.feishuhire.command.templates;

import io.github.feishuhire.api.website.Website;
import java.util.List;
import java.util.stream.Collectors;

/** The message is one line. */
final class UnknownWebsiteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownWebsiteException(String id, List<Website> known) {
    super(
        "This app sees no website "
            + id
            + "; it sees "
            + known.stream().map(Website::id).sorted().collect(Collectors.joining(", "))
            + ".");
  }
}
