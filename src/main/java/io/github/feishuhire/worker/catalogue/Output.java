package io.github.feishuhire.worker.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * The variable that an operation gives.
 *
 * @param example of its value, as JSON: the Modeler offers its members in later steps
 * @param member that may have a variable of its own besides; null where none is asked for that
 *     often
 */
public record Output(String name, String example, @Nullable String member) {}
