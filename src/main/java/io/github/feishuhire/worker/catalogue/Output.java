package io.github.feishuhire.worker.catalogue;

/**
 * The variable that an operation gives.
 *
 * @param example of its value, as JSON: the Modeler offers its members in later steps
 */
public record Output(String name, String example) {}
