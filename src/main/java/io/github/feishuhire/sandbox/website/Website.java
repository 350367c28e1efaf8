package io.github.feishuhire.sandbox.website;

/** A career site of the tenant. */
public record Website(String id, String zhName, String enName) {}
