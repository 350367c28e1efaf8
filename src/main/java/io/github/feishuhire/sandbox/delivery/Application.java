package io.github.feishuhire.sandbox.delivery;

/** A talent applies to a job. */
public record Application(
    String id,
    String talentId,
    String jobId,
    String jobPostId,
    String portalResumeId,
    String userId) {}
