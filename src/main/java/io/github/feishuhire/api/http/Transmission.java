package io.github.feishuhire.api.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Notes when the first byte of a request leaves; before that, a failure cannot have had an effect.
 */
final class Transmission {

  static final EventListener LISTENER =
      new EventListener() {
        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
          Transmission transmission = call.request().tag(Transmission.class);
          if (transmission != null) {
            transmission.connecting = true;
          }
        }

        @Override
        public void requestHeadersStart(Call call) {
          Transmission transmission = call.request().tag(Transmission.class);
          if (transmission != null) {
            transmission.started = true;
          }
        }
      };

  private volatile boolean connecting;
  private volatile boolean started;

  /** Whether it travels on a connection that another one has used before. */
  boolean reusesConnection() {
    return !connecting;
  }

  boolean started() {
    return started;
  }
}
