package io.github.feishuhire.sandbox.application;

import java.util.List;

/** How an application was ended; the note is empty where there is none. */
record Termination(int type, List<String> reasonIds, String note) {

  Termination {
    reasonIds = List.copyOf(reasonIds);
  }

  @Override
  public String toString() {
    return "Termination[type=" + type + "]";
  }
}
