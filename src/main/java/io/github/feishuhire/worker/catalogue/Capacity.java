package io.github.feishuhire.worker.catalogue;

import java.time.Duration;

/**
 * How many jobs of one kind a worker takes on, of each connection.
 *
 * @param lease how long a job is ours when we get it
 * @param jobs that run at once
 * @param waits whether a job mostly waits, and so may be fetched long before it can call Feishu
 * @param size of a large job's variables in bytes, before any was seen
 */
public record Capacity(Duration lease, int jobs, boolean waits, int size) {

  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int USUAL = 4 * 1024;

  /** The whole quota of 950 in a minute, though each answer takes nine seconds. */
  public static final Capacity OF_A_MINUTE = new Capacity(LEASE, 150, false, USUAL);

  /** The whole quota of nine in a second, though each answer takes ten seconds. */
  public static final Capacity OF_A_SECOND = new Capacity(LEASE, 96, false, USUAL);

  /** A list of many pages is held whole until it is a variable. */
  public static final Capacity OF_LISTS = new Capacity(LEASE, 4, false, USUAL);

  /** Each costs a thread that is parked, and a few kilobytes. */
  public static final Capacity OF_WAITERS = new Capacity(Duration.ofMinutes(2), 2000, true, USUAL);
}
