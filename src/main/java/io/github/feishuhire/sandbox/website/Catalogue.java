package io.github.feishuhire.sandbox.website;

import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up what the tenant has set up, and refuses what it has not. */
public final class Catalogue {

  private final Map<String, Website> websites = index(Seed.WEBSITES, Website::id);
  private final Map<String, Channel> channels = index(Seed.CHANNELS, Channel::id);
  private final Map<String, City> cities = index(Seed.CITIES, City::code);
  private final Map<String, JobPost> jobPosts;

  /** The seed, and some more job posts. */
  public Catalogue(List<JobPost> more) {
    jobPosts = index(Stream.concat(Seed.JOB_POSTS.stream(), more.stream()).toList(), JobPost::id);
  }

  public void requireWebsite(String websiteId) {
    if (!websites.containsKey(websiteId)) {
      throw new Refusal(ErrorCode.WEBSITE_NOT_FOUND);
    }
  }

  public JobPost jobPost(String websiteId, String id) {
    JobPost post = jobPosts.get(id);
    if (post == null || !post.websiteId().equals(websiteId)) {
      throw new Refusal(ErrorCode.JOB_POST_NOT_ON_WEBSITE);
    }
    return post;
  }

  public void requireChannel(String websiteId, String id) {
    Channel channel = channels.get(id);
    if (channel == null || !channel.websiteId().equals(websiteId)) {
      // Assumption: no page names a code for an unknown channel.
      throw new Refusal(ErrorCode.PARAMETER_ERROR, "channel_id is not a channel of this website");
    }
  }

  public void requireCity(String code) {
    if (!cities.containsKey(code)) {
      throw new Refusal(ErrorCode.CITY_NOT_FOUND);
    }
  }

  private static <T> Map<String, T> index(Collection<T> values, Function<T, String> key) {
    return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
  }
}
