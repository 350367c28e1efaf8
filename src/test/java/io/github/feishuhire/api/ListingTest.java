package io.github.feishuhire.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ListingTest {

  @Test
  void asksForTermsForEachPage() {
    Listing<String> listing =
        (token, options) ->
            new Page<>(List.of(), token == null ? options.patience().toString() : null);
    List<Duration> granted = new ArrayList<>();

    listing.forEachPage(
        () -> {
          granted.add(Duration.ofSeconds(granted.size()));
          return CallOptions.patient(granted.getLast());
        },
        items -> {});

    assertThat(granted).containsExactly(Duration.ZERO, Duration.ofSeconds(1));
  }

  @Test
  void endsWhereTheReaderDoes() {
    AtomicInteger pages = new AtomicInteger();
    Listing<Integer> listing =
        (token, options) -> new Page<>(List.of(pages.incrementAndGet()), "next " + pages);

    assertThatThrownBy(
            () ->
                listing.forEachPage(
                    () -> CallOptions.patient(Duration.ZERO),
                    items -> {
                      if (items.contains(3)) {
                        throw new IllegalStateException("enough");
                      }
                    }))
        .hasMessage("enough");
    assertThat(pages).hasValue(3);
  }

  @Test
  void doesNotReadForEver() {
    AtomicInteger pages = new AtomicInteger();

    assertThatThrownBy(() -> Listings.all((token, options) -> number(pages)))
        .isInstanceOfSatisfying(
            FeishuException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(new Unanswered(Reason.ENDLESS_LIST, 200, 0, null)));
    assertThat(pages).hasValue(Listing.MOST_PAGES);
  }

  private static Page<Integer> number(AtomicInteger pages) {
    return new Page<>(List.of(), "page " + pages.incrementAndGet());
  }
}
