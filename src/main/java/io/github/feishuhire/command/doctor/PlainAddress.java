package io.github.feishuhire.command.doctor;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** An address of Camunda, and whether others could read what goes there. */
public final class PlainAddress {

  private PlainAddress() {}

  /** Whether it is plain http to another machine: no TLS, and a network in between. */
  public static boolean isReadByOthers(URI address) {
    return "http".equals(address.getScheme()) && !isThisMachine(address.getHost());
  }

  private static boolean isThisMachine(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress() || address.isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
