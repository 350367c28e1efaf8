package io.github.feishuhire.command.doctor;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.website.Website;
import io.github.feishuhire.api.website.Websites;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the app may deliver to. */
record WebsiteCheck(Subject subject, Websites websites) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_NAMES = 10;

  /** By the client that the worker uses; empty when a scope is missing, which was said before. */
  Optional<Finding> examine() {
    List<Website> found = new ArrayList<>();
    try {
      websites.list().forEachPage(() -> CallOptions.patient(PATIENCE), found::addAll);
    } catch (FeishuException e) {
      return e.failure() instanceof SetUpFault
          ? Optional.empty()
          : Optional.of(subject.fault("doctor.websites.unread"));
    }
    if (found.isEmpty()) {
      return Optional.of(subject.note("doctor.websites.none"));
    }
    String first = subject.words().list(found.stream().limit(MOST_NAMES).map(WebsiteCheck::name));
    int more = found.size() - MOST_NAMES;
    return Optional.of(
        more > 0
            ? subject.ok("doctor.websites.more", first, more)
            : subject.ok("doctor.websites", first));
  }

  /** On one line, and without what could control a terminal. */
  private static String name(Website website) {
    String name =
        Stream.of(website.zhName(), website.enName())
            .filter(one -> one != null && !one.isBlank())
            .map(one -> one.replaceAll("\\p{Cntrl}", " ").strip())
            .distinct()
            .collect(Collectors.joining(" / "));
    return (name + " (" + website.id().replaceAll("\\p{Cntrl}", "") + ")").strip();
  }
}
