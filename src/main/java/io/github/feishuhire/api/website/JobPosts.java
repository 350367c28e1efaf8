package io.github.feishuhire.api.website;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.http.Answer;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls about job posts. */
public final class JobPosts {

  private static final int LARGEST_PAGE = 10;
  private static final int DISABLED = 2;

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record One(@Nullable Item jobPost) {}

  private record Item(
      @Nullable String id,
      @Nullable String title,
      @Nullable String jobId,
      @Nullable Integer jobActiveStatus,
      @Nullable String jobExpireTime,
      @Nullable List<@Nullable Address> addressList,
      @Nullable Address address) {

    @Nullable JobPost jobPost() {
      if (id == null || id.isBlank()) {
        return null;
      }
      boolean active = jobActiveStatus == null || jobActiveStatus != DISABLED;
      return new JobPost(id, title, jobId, active, time(jobExpireTime), cityCodes());
    }

    private List<String> cityCodes() {
      Stream<@Nullable Address> addresses =
          addressList == null || addressList.isEmpty()
              ? Stream.ofNullable(address)
              : addressList.stream();
      return addresses
          .filter(Objects::nonNull)
          .flatMap(one -> Stream.ofNullable(one.city()))
          .flatMap(city -> Stream.ofNullable(city.code()))
          .filter(code -> !code.isBlank())
          .distinct()
          .toList();
    }
  }

  private record Address(@Nullable City city) {}

  private record City(@Nullable String code) {}

  private final Transport transport;

  public JobPosts(Transport transport) {
    this.transport = transport;
  }

  /**
   * The job posts of a career site that are found, ten to a page, inactive ones included. Sends
   * nothing yet.
   *
   * @see <a href="https://open.feishu.cn/document/hire-v1/get-candidates/website/search">Feishu:
   *     search job posts of a website</a>
   */
  public Listing<JobPost> search(String websiteId, JobPostSearch search) {
    return Paged.listing(
        transport,
        Call.post(Endpoint.SEARCH_JOB_POSTS, search, websiteId),
        LARGEST_PAGE,
        Reply.class,
        Item::jobPost);
  }

  /**
   * One job post of a career site, inactive or not. Can be repeated.
   *
   * @throws FeishuException where the site does not publish it, and for whatever else is no answer
   * @see <a href="https://open.feishu.cn/document/hire-v1/get-candidates/website/get">Feishu: get a
   *     job post of a website</a>
   */
  public JobPost get(String websiteId, String jobPostId, CallOptions options) {
    Answer<One> answer =
        transport.send(Call.get(Endpoint.GET_JOB_POST, websiteId, jobPostId), One.class, options);
    Item found = answer.data().jobPost();
    JobPost post = found == null ? null : found.jobPost();
    if (post == null) {
      throw answer.useless(Reason.UNREADABLE_REPLY);
    }
    return post;
  }

  /** Milliseconds, as text. */
  private static @Nullable Instant time(@Nullable String millis) {
    return millis != null && millis.matches("[0-9]{1,15}")
        ? Instant.ofEpochMilli(Long.parseLong(millis))
        : null;
  }
}
