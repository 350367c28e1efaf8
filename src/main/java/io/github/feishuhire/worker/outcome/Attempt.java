package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.TaskHeaders;

/**
 * One try at a job, as far as it matters for what follows from a failure.
 *
 * @param retries what the engine says is left, this try included
 * @param number 1 for the first
 */
public record Attempt(Task task, TaskHeaders headers, int retries, int number) {}
