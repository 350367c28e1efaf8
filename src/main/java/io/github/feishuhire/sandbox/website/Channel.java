package io.github.feishuhire.sandbox.website;

/** A promotion channel of a website. */
public record Channel(String id, String websiteId, String name) {}
