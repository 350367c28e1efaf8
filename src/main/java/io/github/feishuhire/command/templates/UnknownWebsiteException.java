package io.github.feishuhire.command.templates;

import io.github.feishuhire.api.website.Website;
import io.github.feishuhire.words.Words;
import java.util.List;

/** The message is one line. */
final class UnknownWebsiteException extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnknownWebsiteException(String id, List<Website> known, Words words) {
    super(
        words.say(
            "templates.unknownWebsite", id, words.list(known.stream().map(Website::id).sorted())));
  }
}
