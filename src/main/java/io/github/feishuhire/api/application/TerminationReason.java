package io.github.feishuhire.api.application;

import org.jspecify.annotations.Nullable;

/**
 * Why an application may be ended, as the tenant has set it up.
 *
 * @param active whether it may be given now
 */
public record TerminationReason(
    String id,
    @Nullable String zhName,
    @Nullable String enName,
    @Nullable TerminationType type,
    boolean active) {}
