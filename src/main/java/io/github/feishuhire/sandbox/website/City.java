package io.github.feishuhire.sandbox.website;

/** A location of type city. */
public record City(String code, String zhName, String enName) {}
