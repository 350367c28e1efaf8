package io.github.feishuhire.command.templates;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Page;
import io.github.feishuhire.api.Time;
import io.github.feishuhire.api.website.JobPost;
import io.github.feishuhire.api.website.JobPostSearch;
import io.github.feishuhire.api.website.Location;
import io.github.feishuhire.api.website.LocationType;
import io.github.feishuhire.api.website.Website;
import io.github.feishuhire.words.Words;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what the tenant has set up, page by page, within the limits of the client. */
final class TenantReader {

  /** More would make the dropdown useless; then only cities with job posts are offered. */
  private static final int MOST_CITIES = 500;

  private static final int TRIES = 5;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final CallOptions TERMS = CallOptions.patient(Duration.ofMinutes(2));

  private final FeishuHire hire;
  private final Words words;
  private final Time time;
  private final InstantSource clock;
  private final Consumer<String> progress;

  /**
   * @param clock against which job posts expire
   * @param progress is told a line now and then
   */
  TenantReader(
      FeishuHire hire, Words words, Time time, InstantSource clock, Consumer<String> progress) {
    this.hire = hire;
    this.words = words;
    this.time = time;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Reads everything.
   *
   * @param only ids of websites; all of them when empty
   * @throws FeishuException for what was not handed out
   * @throws UnknownWebsiteException for an id that no website has
   */
  Tenant read(List<String> only) {
    List<Website> found = all(hire.websites().list());
    Set<String> unknown = new HashSet<>(only);
    found.forEach(website -> unknown.remove(website.id()));
    if (!unknown.isEmpty()) {
      throw new UnknownWebsiteException(unknown.iterator().next(), found, words);
    }
    List<Option> websites =
        Option.arranged(
            found.stream()
                .filter(website -> only.isEmpty() || only.contains(website.id()))
                .map(one -> Option.of(words.language(), one.id(), one.zhName(), one.enName()))
                .toList());
    Set<String> jobCities = new HashSet<>();
    List<Site> sites = new ArrayList<>();
    for (Option website : websites) {
      Site site = site(website, jobCities);
      sites.add(site);
      progress.accept(
          words.say(
              "templates.site",
              sites.size(),
              websites.size(),
              website.name(),
              site.jobPosts().size(),
              site.channels().size()));
    }
    List<Option> cities = cities(jobCities);
    progress.accept(words.say("templates.cities", cities.size()));
    return new Tenant(sites, cities);
  }

  private Site site(Option website, Set<String> jobCities) {
    List<JobPost> open =
        all(hire.jobPosts().search(website.id(), JobPostSearch.ALL)).stream()
            .filter(this::isOpen)
            .toList();
    open.forEach(post -> jobCities.addAll(post.cityCodes()));
    return new Site(
        website,
        Option.arranged(open.stream().map(post -> Option.of(post.id(), post.title())).toList()),
        Option.arranged(
            all(hire.channels().list(website.id())).stream()
                .map(channel -> Option.of(channel.id(), channel.name()))
                .toList()));
  }

  private boolean isOpen(JobPost post) {
    return post.active() && (post.expires() == null || post.expires().isAfter(clock.instant()));
  }

  private List<Option> cities(Set<String> jobCities) {
    List<Location> all = all(hire.locations().query(LocationType.CITY, null));
    return Option.arranged(
        all.stream()
            .filter(city -> all.size() <= MOST_CITIES || jobCities.contains(city.code()))
            .map(city -> Option.of(words.language(), city.code(), city.zhName(), city.enName()))
            .toList());
  }

  private <T> List<T> all(Listing<T> listing) {
    Listing<T> patient = (token, options) -> page(listing, token, options, 1);
    List<T> all = new ArrayList<>();
    patient.forEachPage(() -> TERMS, all::addAll);
    return all;
  }

  /** Reading is repeated without harm: when Feishu asks to wait, and when no answer came. */
  private <T> Page<T> page(
      Listing<T> listing, @Nullable String token, CallOptions options, int attempt) {
    try {
      return listing.page(token, options);
    } catch (FeishuException e) {
      Duration pause =
          switch (e.failure()) {
            case FeishuFailure.Throttled throttled -> throttled.retryAfter();
            case FeishuFailure.Unavailable unavailable -> unavailable.retryAfter();
            case FeishuFailure.Unanswered unanswered -> PAUSE;
            case FeishuFailure.NotSent notSent -> PAUSE;
            case FeishuFailure.Refused refused -> throw e;
            case FeishuFailure.SetUpFault fault -> throw e;
          };
      if (attempt == TRIES) {
        throw e;
      }
      sleep(pause);
      return page(listing, token, options, attempt + 1);
    }
  }

  private void sleep(Duration pause) {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
