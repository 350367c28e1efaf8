package io.github.feishuhire.faults.engine;

import java.time.Instant;

/**
 * A command that a worker sent about a job.
 *
 * @param candidate whose job it is; empty when it is no job that came this way
 */
public record Command(Method method, String candidate, Instant at) {}
