package io.github.feishuhire.event.longconnection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one connection fares.
 *
 * @param connection as tasks name it
 * @param since when it is so, by the clock on the wall
 * @param trouble why there is no long connection; null while there is one, and before the first try
 */
public record ConnectionState(
    String connection, boolean isConnected, Instant since, @Nullable End trouble) {}
