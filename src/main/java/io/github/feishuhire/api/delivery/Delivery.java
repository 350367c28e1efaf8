package io.github.feishuhire.api.delivery;

import org.jspecify.annotations.Nullable;

/** What a delivery became; every id is optional in Feishu's reply. */
public record Delivery(
    @Nullable String applicationId,
    @Nullable String talentId,
    @Nullable String jobId,
    @Nullable String jobPostId,
    @Nullable String portalResumeId,
    @Nullable String userId) {}
