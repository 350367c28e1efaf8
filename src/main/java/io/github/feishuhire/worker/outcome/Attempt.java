package io.github.feishuhire.worker.outcome;

import io.github.feishuhire.worker.input.TaskHeaders;
import java.util.List;

/**
 * One try at a job, as far as it matters for what follows from a failure.
 *
 * @param operation its name, as people know it
 * @param inputs names of its variables
 * @param output name of the variable it writes
 * @param retries what the engine says is left, this try included
 * @param number 1 for the first
 */
public record Attempt(
    String operation,
    List<String> inputs,
    String output,
    TaskHeaders headers,
    int retries,
    int number) {}
