package io.github.feishuhire.api.talent;

import org.jspecify.annotations.Nullable;

/** A tag that the tenant has set up. */
public record Tag(String id, @Nullable String zhName, @Nullable String enName) {}
