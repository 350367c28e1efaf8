package io.github.feishuhire.api;

import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that Feishu hands out page by page. Reading it changes nothing. */
@FunctionalInterface
public interface Listing<T> {

  /** More pages than any list has; whoever is sent further is sent round in circles. */
  int MOST_PAGES = 10_000;

  /**
   * Reads one page: one call, one request.
   *
   * @param token {@link Page#next()} of the page before; null for the first one
   * @throws FeishuException when it was not handed out
   */
  Page<T> page(@Nullable String token, CallOptions options);

  /**
   * Reads every page, one after another, and hands over the items of each as soon as they are here.
   * What the reader throws ends it.
   *
   * @param options asked for each page anew
   * @throws FeishuException for the page that was not handed out, and as {@link Unanswered} when
   *     one page leads back to another that was read, or the pages do not end
   */
  default void forEachPage(Supplier<CallOptions> options, Consumer<List<T>> reader) {
    Set<String> tokens = new HashSet<>();
    String token = null;
    do {
      Page<T> page = page(token, options.get());
      reader.accept(page.items());
      token = page.next();
      if (token != null && (!tokens.add(token) || tokens.size() >= MOST_PAGES)) {
        throw new FeishuException(new Unanswered(Reason.ENDLESS_LIST, 200, 0, null));
      }
    } while (token != null);
  }
}
