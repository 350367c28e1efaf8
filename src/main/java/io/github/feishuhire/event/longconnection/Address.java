package io.github.feishuhire.event.longconnection;

import okhttp3.Request;

/**
 * Where one connection can be opened, once.
 *
 * @param handshake has what opens it in its query
 * @param service that frames are for
 */
record Address(Request handshake, int service, Pace pace) {

  @Override
  public String toString() {
    return "Address[" + handshake.url().host() + "]";
  }
}
