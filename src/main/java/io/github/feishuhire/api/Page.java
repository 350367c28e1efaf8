package io.github.feishuhire.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list; it can be empty and not be the last.
 *
 * @param next what to ask for the next page with; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }
}
