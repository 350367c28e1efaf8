package io.github.feishuhire.benchmark.peer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The variables of a job. */
record Candidate(
    @JsonProperty("website_id") String websiteId,
    @JsonProperty("job_post_id") String jobPostId,
    @JsonProperty("user_id") String userId,
    @JsonProperty("resume_file_id") String resumeFileId) {}
