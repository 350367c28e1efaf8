package io.github.feishuhire.api.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Notes when the first byte of a request leaves; before that, a failure cannot have had an effect.
 */
final class SendProgress {

  static final EventListener LISTENER =
      new EventListener() {
        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
          SendProgress progress = call.request().tag(SendProgress.class);
          if (progress != null) {
            progress.connecting = true;
            progress.proxied = proxy.type() == Proxy.Type.HTTP;
          }
        }

        @Override
        public void requestHeadersStart(Call call) {
          SendProgress progress = call.request().tag(SendProgress.class);
          if (progress != null) {
            progress.started = true;
          }
        }
      };

  private final Duration longestSilence;
  private volatile boolean connecting;
  private volatile boolean proxied;
  private volatile boolean started;

  SendProgress(Duration longestSilence) {
    this.longestSilence = longestSilence;
  }

  /** Of either side while the request travels; shorter than the time it may take as a whole. */
  Duration longestSilence() {
    return longestSilence;
  }

  /** Whether it travels on a connection that another one has used before. */
  boolean reusesConnection() {
    return !connecting;
  }

  /** Whether a connection was made for it, through a proxy. */
  boolean proxied() {
    return proxied;
  }

  boolean started() {
    return started;
  }
}
