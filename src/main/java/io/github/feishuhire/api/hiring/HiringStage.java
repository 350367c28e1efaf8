package io.github.feishuhire.api.hiring;

import org.jspecify.annotations.Nullable;

/**
 * A stage that an application can be in.
 *
 * @param type Feishu's number for what happens in it, such as 4 for interviews
 */
public record HiringStage(
    String id, @Nullable String zhName, @Nullable String enName, @Nullable Integer type) {}
