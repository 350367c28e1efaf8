package io.github.feishuhire.sandbox.token;

import java.util.Set;

/** A custom app of the tenant and the scopes it was granted. */
public record App(String id, String secret, Set<String> scopes) {

  public App {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String toString() {
    return "App[id=" + id + "]";
  }
}
