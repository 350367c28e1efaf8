package io.github.feishuhire.faults.oracle;

import java.time.Instant;

/** A person said that the candidate is to be submitted once more. */
public record Permission(String candidate, Instant at) {}
