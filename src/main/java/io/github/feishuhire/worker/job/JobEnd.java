package io.github.feishuhire.worker.job;

import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.job.JobListener.Ending;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run of a job.
 *
 * @param error of an {@link Ending#BPMN_ERROR}
 */
public record JobEnd(
    Operation<?> operation,
    AppliedTemplate template,
    Ending ending,
    @Nullable ErrorCode error,
    Duration duration) {}
