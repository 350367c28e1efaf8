package io.github.feishuhire.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.api.http.ManualTime;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name whose addresses change, and how the copies of the worker divide the limits meanwhile. */
final class CopiesTest {

  private static final int WINDOW = 60;

  private final ManualTime clock = new ManualTime();
  private final List<InetAddress> listed = new ArrayList<>();
  private final List<Copy> copies = new ArrayList<>();
  private int addresses;

  @Test
  void whoIsAloneBeginsAtOnce() {
    Copy first = begin(0);

    first.copies.look();

    assertThat(first.share()).isEqualTo(1);
    assertThat(first.copies.takesPart()).isTrue();
  }

  @Test
  void whoComesLaterWaitsUntilTheOthersHaveLeftRoom() {
    Copy first = begin(0);
    first.copies.look();
    Copy second = begin(0);

    first.copies.look();
    second.copies.look();
    assertThat(first.share()).isEqualTo(0.5);
    assertThat(second.share()).isZero();

    pass(129);
    second.copies.look();
    assertThat(second.share()).isZero();
    pass(1);
    second.copies.look();
    assertThat(second.share()).isEqualTo(0.5);
  }

  @Test
  void whoIsLeftTakesMoreOnlyWhenTheOthersAreLongGone() {
    Copy first = begin(0);
    first.copies.look();
    Copy second = begin(0);
    first.copies.look();
    end(second);

    pass(130);
    first.copies.look();
    assertThat(first.share()).isEqualTo(0.5);
    pass(1);
    first.copies.look();
    assertThat(first.share()).isEqualTo(1);
  }

  @Test
  void aNameWithoutAddressesChangesNothing() {
    Copy first = begin(0);
    first.copies.look();
    begin(0);
    first.copies.look();
    listed.clear();

    for (int look = 0; look < 100; look++) {
      pass(5);
      first.copies.look();
    }

    assertThat(first.share()).isEqualTo(0.5);
  }

  @Test
  void whoIsNotListedMakesNoCall() {
    Copy first = begin(0);
    listed.clear();
    listed.add(address());

    for (int look = 0; look < 100; look++) {
      first.copies.look();
      assertThat(first.share()).isZero();
      pass(5);
    }
  }

  @Test
  void anAddressOfEachKindIsOneCopy() throws UnknownHostException {
    Copy first = begin(0);
    listed.add(InetAddress.getByName("::7"));

    first.copies.look();

    assertThat(first.share()).isEqualTo(1);
  }

  /**
   * Copies come and go at any time, each looks in its own rhythm and gets answers of up to a minute
   * ago; those that end stay listed until they have.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void allTogetherNeverTakeMoreThanThereIsInAnyWindow(long seed) {
    Random random = new Random(seed);
    begin(0).copies.look();
    int most = 1;

    for (int second = 0; second < 3600; second++) {
      pass(1);
      if (random.nextInt(90) == 0) {
        int wanted = 1 + random.nextInt(5);
        while (living().size() < wanted) {
          begin(random.nextInt(61));
        }
        while (living().size() > wanted) {
          end(living().get(random.nextInt(living().size())));
        }
        most = Math.max(most, wanted);
      }
      for (Copy copy : living()) {
        if ((second + copy.phase) % 5 == 0) {
          copy.copies.look();
        }
      }
      copies.forEach(Copy::use);

      assertThat(copies.stream().mapToDouble(Copy::mostInTheWindow).sum())
          .as("in the minute before second %d", second)
          .isLessThanOrEqualTo(1 + 1e-9);
    }

    assertThat(most).isGreaterThan(1);
    for (int second = 0; second < 200; second++) {
      pass(1);
      living().forEach(copy -> copy.copies.look());
    }
    assertThat(living().stream().mapToDouble(Copy::share).sum()).isBetween(0.999, 1.001);
  }

  private List<Copy> living() {
    return copies.stream().filter(copy -> !copy.ended).toList();
  }

  private InetAddress address() {
    addresses++;
    try {
      return InetAddress.getByAddress(
          new byte[] {10, 0, (byte) (addresses >> 8), (byte) addresses});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private Copy begin(int lag) {
    Copy copy = new Copy(address(), lag);
    listed.add(copy.address);
    copies.add(copy);
    return copy;
  }

  private void end(Copy copy) {
    copy.ended = true;
    listed.remove(copy.address);
  }

  private void pass(int seconds) {
    clock.advance(Duration.ofSeconds(seconds));
  }

  private final class Copy {

    private final InetAddress address;
    private final int lag;
    private final int phase;
    private final Copies copies;
    private final List<Double> used = new ArrayList<>();
    private List<InetAddress> answer = List.of();
    private Instant answered = Instant.MIN;
    private int among;
    private Instant from = Instant.MAX;
    private boolean ended;

    /**
     * @param lag seconds for which it keeps an answer
     */
    private Copy(InetAddress address, int lag) {
      this.address = address;
      this.lag = lag;
      this.phase = addresses % 5;
      this.copies =
          new Copies(
              this::resolve,
              address::equals,
              (count, since) -> {
                among = count;
                from = since;
              },
              clock);
    }

    private List<InetAddress> resolve() throws UnknownHostException {
      if (answered.equals(Instant.MIN) || !clock.now().isBefore(answered.plusSeconds(lag))) {
        answer = List.copyOf(listed);
        answered = clock.now();
      }
      if (answer.isEmpty()) {
        throw new UnknownHostException("copies");
      }
      return answer;
    }

    private double share() {
      return clock.now().isBefore(from) ? 0 : 1.0 / among;
    }

    private void use() {
      used.add(ended ? 0 : share());
    }

    private double mostInTheWindow() {
      return used.subList(Math.max(0, used.size() - WINDOW), used.size()).stream()
          .mapToDouble(share -> share)
          .max()
          .orElse(0);
    }
  }
}
