package io.github.feishuhire.worker.output;

import io.github.feishuhire.api.Listing;
import io.github.feishuhire.worker.job.JobContext;
import java.util.ArrayList;
import java.util.List;

/** A list that is looked through and not handed on. */
public final class Pages {

  private Pages() {}

  /** All of it; the job is kept while it is read. */
  public static <T> List<T> all(Listing<T> listing, JobContext context) {
    List<T> all = new ArrayList<>();
    listing.forEachPage(context::nextOptions, all::addAll);
    return all;
  }
}
