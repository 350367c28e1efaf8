package io.github.feishuhire.event.webhook;

import okio.ByteString;

/**
 * A request as it came, of which nothing is known yet.
 *
 * @param signature empty where there is none, as are the others
 */
record Delivery(String timestamp, String nonce, String signature, ByteString body) {

  boolean isSigned() {
    return !signature.isEmpty();
  }

  @Override
  public String toString() {
    return "Delivery[" + body.size() + " bytes]";
  }
}
