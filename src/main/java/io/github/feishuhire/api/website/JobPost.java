package io.github.feishuhire.api.website;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as a career site advertises it.
 *
 * @param id of the post; several posts can be of one job
 * @param active whether candidates can apply; unless Feishu says no, they can
 * @param expires null when it does not
 * @param cityCodes where the work is, such as {@code CT_100121}; each code once
 */
public record JobPost(
    String id,
    @Nullable String title,
    @Nullable String jobId,
    boolean active,
    @Nullable Instant expires,
    List<String> cityCodes) {

  public JobPost {
    cityCodes = List.copyOf(cityCodes);
  }
}
