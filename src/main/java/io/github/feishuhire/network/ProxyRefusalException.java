package io.github.feishuhire.network;

import java.io.IOException;

/** The proxy wants a name and a password that it was not given, or does not take those it was. */
public final class ProxyRefusalException extends IOException {

  private static final long serialVersionUID = 1;

  ProxyRefusalException() {
    super("the proxy asks for credentials");
  }
}
