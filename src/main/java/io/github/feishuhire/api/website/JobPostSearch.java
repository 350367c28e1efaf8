package io.github.feishuhire.api.website;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which job posts to find; the members are those of the request's body.
 *
 * @param cityCodeList null, or at most 100 codes such as {@code CT_100121}
 */
public record JobPostSearch(@Nullable String keyword, @Nullable List<String> cityCodeList) {

  /** Finds all of them. */
  public static final JobPostSearch ALL = new JobPostSearch(null, null);
}
