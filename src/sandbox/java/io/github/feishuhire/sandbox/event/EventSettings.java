package io.github.feishuhire.sandbox.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How events are pushed.
 *
 * @param webhooks by app id; an app without one gets its events by long connection
 * @param answerWithin how long an answer may take
 * @param repushes the time before each further push of an event that was not accepted
 * @param clientConfig for clients of long connections
 * @param connections how many an app may have
 * @param partSize the bytes of an event that one frame takes; what is longer comes in parts
 */
public record EventSettings(
    Map<String, Webhook> webhooks,
    Duration answerWithin,
    List<Duration> repushes,
    ClientConfig clientConfig,
    int connections,
    int partSize) {

  /**
   * As documented; how large a part is, is assumed.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/server-docs/event-subscription-guide/overview">Feishu:
   *     events</a>
   */
  public static final EventSettings DEFAULT =
      new EventSettings(
          Map.of(),
          Duration.ofSeconds(3),
          List.of(
              Duration.ofSeconds(15),
              Duration.ofMinutes(5),
              Duration.ofHours(1),
              Duration.ofHours(6)),
          ClientConfig.DEFAULT,
          50,
          64 * 1024);

  public EventSettings {
    webhooks = Map.copyOf(webhooks);
    repushes = List.copyOf(repushes);
  }

  public EventSettings withWebhook(String appId, Webhook webhook) {
    Map<String, Webhook> all = new HashMap<>(webhooks);
    all.put(appId, webhook);
    return new EventSettings(all, answerWithin, repushes, clientConfig, connections, partSize);
  }

  public EventSettings withAnswerWithin(Duration answerWithin) {
    return new EventSettings(webhooks, answerWithin, repushes, clientConfig, connections, partSize);
  }

  /** Another schedule, such as one a test can wait for. */
  public EventSettings withRepushes(List<Duration> repushes) {
    return new EventSettings(webhooks, answerWithin, repushes, clientConfig, connections, partSize);
  }

  public EventSettings withClientConfig(ClientConfig clientConfig) {
    return new EventSettings(webhooks, answerWithin, repushes, clientConfig, connections, partSize);
  }

  public EventSettings withConnections(int connections) {
    return new EventSettings(webhooks, answerWithin, repushes, clientConfig, connections, partSize);
  }

  public EventSettings withPartSize(int partSize) {
    return new EventSettings(webhooks, answerWithin, repushes, clientConfig, connections, partSize);
  }
}
