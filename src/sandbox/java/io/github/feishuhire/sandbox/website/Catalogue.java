package io.github.feishuhire.sandbox.website;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.website.Location.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up what the tenant has set up, and refuses what it has not. */
public final class Catalogue {

  private final Tenant tenant;
  private final Map<String, Website> websites;
  private final Map<String, JobPost> jobPosts;
  private final Map<String, Location> locations;

  /**
   * Of one tenant.
   *
   * @param unlisted job posts that are there and in no list
   */
  public Catalogue(Tenant tenant, List<JobPost> unlisted) {
    this.tenant = tenant;
    websites = index(tenant.websites(), Website::id);
    jobPosts =
        index(Stream.concat(tenant.jobPosts().stream(), unlisted.stream()).toList(), JobPost::id);
    locations = index(tenant.locations(), Location::code);
  }

  public void requireWebsite(String websiteId) {
    Website unused = website(websiteId);
  }

  public Website website(String id) {
    Website website = websites.get(id);
    if (website == null) {
      throw new Refusal(ErrorCode.WEBSITE_NOT_FOUND);
    }
    return website;
  }

  /** Assumption: one that is disabled is refused like one that is not there. */
  public JobPost jobPost(String websiteId, String id) {
    JobPost post = jobPosts.get(id);
    if (post == null || !post.active() || !post.websiteId().equals(websiteId)) {
      throw new Refusal(ErrorCode.JOB_POST_NOT_ON_WEBSITE);
    }
    return post;
  }

  public boolean isCity(String code) {
    return location(code).filter(one -> one.level() == Level.CITY).isPresent();
  }

  public void requireCity(String code) {
    if (!isCity(code)) {
      throw new Refusal(ErrorCode.CITY_NOT_FOUND);
    }
  }

  public Optional<Location> location(String code) {
    return Optional.ofNullable(locations.get(code));
  }

  List<Website> websites() {
    return tenant.websites();
  }

  List<JobPost> jobPosts(String websiteId) {
    return tenant.jobPosts().stream().filter(post -> post.websiteId().equals(websiteId)).toList();
  }

  List<Location> locations(Level level) {
    return tenant.locations().stream().filter(one -> one.level() == level).toList();
  }

  private static <T> Map<String, T> index(Collection<T> values, Function<T, String> key) {
    return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }
}
