package io.github.feishuhire.testbed.feishu;

import java.time.Instant;

/**
 * A request, or its beginning.
 *
 * @param worker the first segment of the path, by which workers are told apart
 * @param app the second one, by which the apps of a worker are; empty for its only one
 * @param key what it is about: website, task, name of a file, whom is looked for, application;
 *     empty where that is not known
 * @param connection number of the connection it came on
 * @param onConnection how many came on that connection before
 * @param token the bearer token
 */
public record Request(
    String worker,
    String app,
    Kind kind,
    String key,
    int connection,
    int onConnection,
    String token,
    Instant at) {

  Request about(String thing) {
    return new Request(worker, app, kind, thing, connection, onConnection, token, at);
  }
}
