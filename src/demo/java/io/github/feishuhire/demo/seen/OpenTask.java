package io.github.feishuhire.demo.seen;

import java.time.Instant;

/**
 * A user task that waits for somebody.
 *
 * @param isJob whether it is one of the old kind, which the engine keeps as a job
 * @param formKey zero when it has no form of Camunda
 */
public record OpenTask(
    long key,
    boolean isJob,
    long instance,
    long elementKey,
    String element,
    long formKey,
    Instant since) {}
