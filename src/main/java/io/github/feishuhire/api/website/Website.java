package io.github.feishuhire.api.website;

import org.jspecify.annotations.Nullable;

/** A career site; its names are in Chinese and in English. */
public record Website(String id, @Nullable String zhName, @Nullable String enName) {}
