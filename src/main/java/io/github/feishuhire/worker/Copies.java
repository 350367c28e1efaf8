package io.github.feishuhire.worker;

import io.github.feishuhire.api.Time;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many copies of the worker there are, by the addresses of a name that all of them share.
 *
 * <p>Each copy learns of a change at another time, and the limits hold for all of them together. So
 * a copy takes less at once when there are more, and more only when all others know that there are
 * fewer and those that have gone have long made their last call. A copy that begins beside others
 * makes no call until they have left room for it for a whole window.
 */
public final class Copies implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Java keeps an answer for 30 s, the cluster's DNS as long; a call booked before is made. */
  private static final Duration UNTIL_ALL_KNOW = Duration.ofSeconds(70);

  private static final Duration LONGEST_WINDOW = Duration.ofMinutes(1);

  static final Duration HOLD = UNTIL_ALL_KNOW.plus(LONGEST_WINDOW);

  /** Asks for the addresses. */
  @FunctionalInterface
  public interface Resolver {
    Collection<InetAddress> addresses() throws UnknownHostException;
  }

  /** Is told at each look, on the thread that looks. */
  @FunctionalInterface
  public interface Sharing {
    /**
     * Takes over a share.
     *
     * @param from when calls may be made
     */
    void among(int copies, Instant from);
  }

  private record Seen(int copies, Instant at) {}

  private final Resolver resolver;
  private final Predicate<InetAddress> isOurs;
  private final Sharing sharing;
  private final Time time;
  private final Deque<Seen> seen = new ArrayDeque<>();
  private @Nullable Instant listedSince;
  private volatile boolean takesPart;
  private volatile int copies;
  private boolean troubled;

  /**
   * Nothing is looked up yet, so no call is to be made.
   *
   * @param isOurs whether an address is one of this machine
   */
  public Copies(Resolver resolver, Predicate<InetAddress> isOurs, Sharing sharing, Time time) {
    this.resolver = resolver;
    this.isOurs = isOurs;
    this.sharing = sharing;
    this.time = time;
    sharing.among(1, untilTheNextLook(time.now()));
  }

  /** Until it is interrupted. */
  @Override
  public void run() {
    try {
      while (true) {
        look();
        time.sleep(BETWEEN_LOOKS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether calls are made; a copy that begins beside others waits for about two minutes. */
  public boolean takesPart() {
    return takesPart;
  }

  /** Among how many the limits are divided; 0 before that is known. */
  public int count() {
    return copies;
  }

  void look() {
    Instant now = time.now();
    try {
      note(List.copyOf(resolver.addresses()), now);
    } catch (UnknownHostException e) {
      warn("The name that feishu.replicas counts the copies by has no addresses; trying on");
    }
    while (seen.size() > 1 && seen.getFirst().at().plus(HOLD).isBefore(now)) {
      seen.removeFirst();
    }
    int most = seen.stream().mapToInt(Seen::copies).max().orElse(0);
    takesPart |= mayBegin(most, now);
    if (most > 0 && most != copies) {
      LOG.info("The limits of Feishu are divided among {} copies", most);
      copies = most;
    }
    sharing.among(Math.max(1, most), takesPart ? now : untilTheNextLook(now));
  }

  /** And longer, since it may come late. */
  private static Instant untilTheNextLook(Instant now) {
    return now.plus(BETWEEN_LOOKS.multipliedBy(3));
  }

  private void note(List<InetAddress> addresses, Instant now) {
    boolean isListed = addresses.stream().anyMatch(isOurs);
    int others = (int) oneForEach(addresses).stream().filter(isOurs.negate()).count();
    seen.add(new Seen(1 + others, now));
    if (isListed) {
      troubled = false;
      listedSince = listedSince == null ? now : listedSince;
    } else if (!takesPart) {
      warn("No address of this machine is among those that feishu.replicas counts; waiting");
    }
  }

  /** Where each copy has an address of both kinds. */
  private static List<InetAddress> oneForEach(List<InetAddress> addresses) {
    List<InetAddress> old = addresses.stream().filter(Inet4Address.class::isInstance).toList();
    return old.isEmpty() ? addresses : old;
  }

  /** Who is alone has nobody to wait for; whoever comes later waits. */
  private boolean mayBegin(int most, Instant now) {
    Instant since = listedSince;
    return since != null && (most == 1 || !now.isBefore(since.plus(HOLD)));
  }

  private void warn(String text) {
    if (!troubled) {
      LOG.warn(text);
      troubled = true;
    }
  }
}
