package io.github.feishuhire.sandbox.website;

/** A job advertised on one website; several posts may advertise the same job. */
public record JobPost(String id, String websiteId, String title, String jobId, TaskEnding ending) {}
