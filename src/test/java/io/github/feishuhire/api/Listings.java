package io.github.feishuhire.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads lists as a patient caller does. */
public final class Listings {

  private Listings() {}

  /** The items of each page. */
  public static <T> List<List<T>> pages(Listing<T> listing) {
    List<List<T>> pages = new ArrayList<>();
    listing.forEachPage(() -> CallOptions.patient(Duration.ofSeconds(10)), pages::add);
    return pages;
  }

  /** The items of all pages. */
  public static <T> List<T> all(Listing<T> listing) {
    return pages(listing).stream().flatMap(List::stream).toList();
  }
}
