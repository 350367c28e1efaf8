package io.github.feishuhire.api.http;

import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Notes on a request when its first byte leaves; before that, a failure cannot have had an effect.
 */
final class Transmission {

  static final EventListener LISTENER =
      new EventListener() {
        @Override
        public void requestHeadersStart(Call call) {
          Transmission transmission = call.request().tag(Transmission.class);
          if (transmission != null) {
            transmission.started = true;
          }
        }
      };

  private volatile boolean started;

  boolean started() {
    return started;
  }
}
