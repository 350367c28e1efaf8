package io.github.feishuhire.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request.
 *
 * @param httpStatus of the reply; 0 when there was none
 * @param code of the reply; 0 also when there was none
 * @param logId of the reply; null when it had none
 * @param failure null when it succeeded
 */
public record CallEnd(
    Endpoint endpoint,
    Duration duration,
    int httpStatus,
    int code,
    @Nullable String logId,
    @Nullable FeishuFailure failure) {}
