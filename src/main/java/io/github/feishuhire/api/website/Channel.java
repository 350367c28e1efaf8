package io.github.feishuhire.api.website;

import org.jspecify.annotations.Nullable;

/**
 * A promotion channel.
 *
 * @param link the address of the career site to spread; who comes by it is counted for the channel
 * @param code the promotion code in it
 */
public record Channel(
    String id, @Nullable String name, @Nullable String link, @Nullable String code) {}
