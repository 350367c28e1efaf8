package io.github.feishuhire.testbed.feishu;

import java.time.Instant;

/**
 * A request, or its beginning.
 *
 * @param worker the first segment of the path, by which workers are told apart
 * @param key what it is about: website, task or app
 * @param connection number of the connection it came on
 * @param onConnection how many came on that connection before
 * @param token the bearer token
 */
public record Request(
    String worker,
    Kind kind,
    String key,
    int connection,
    int onConnection,
    String token,
    Instant at) {}
