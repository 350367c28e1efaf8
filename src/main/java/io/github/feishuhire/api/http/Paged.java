package io.github.feishuhire.api.http;

import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every reply with a page of a list has in common.
 *
 * @param <I> an item as it is on the wire
 */
public interface Paged<I> {

  /** Null means the same as none. */
  @Nullable List<@Nullable I> items();

  @Nullable Boolean hasMore();

  /** Only to be used when there is more. */
  @Nullable String pageToken();

  /**
   * A list that is read by one call with {@code page_size} and {@code page_token}.
   *
   * @param pageSize the most this API gives at once
   * @param item makes an item of what is on the wire; null makes the whole page an unreadable reply
   */
  static <I, T> Listing<T> listing(
      Transport transport,
      Call call,
      int pageSize,
      Class<? extends Paged<I>> type,
      Function<I, @Nullable T> item) {
    Call first = call.with("page_size", String.valueOf(pageSize));
    return (token, options) ->
        page(transport.send(first.with("page_token", token), type, options), item);
  }

  private static <I, T> Page<T> page(
      Answer<? extends Paged<I>> answer, Function<I, @Nullable T> item) {
    Paged<I> reply = answer.data();
    List<T> items = new ArrayList<>();
    for (I wire : Objects.requireNonNullElse(reply.items(), List.<@Nullable I>of())) {
      T made = wire == null ? null : item.apply(wire);
      if (made == null) {
        throw answer.useless(Reason.UNREADABLE_REPLY);
      }
      items.add(made);
    }
    boolean more = Objects.requireNonNullElse(reply.hasMore(), false);
    return new Page<>(items, more ? answer.id(data -> data.pageToken()) : null);
  }
}
