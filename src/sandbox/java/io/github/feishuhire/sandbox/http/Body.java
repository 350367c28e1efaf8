package io.github.feishuhire.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What came with a request. */
public sealed interface Body {

  record Json(ObjectNode tree) implements Body {
    @Override
    public String toString() {
      return "Json";
    }
  }

  /** The part {@code content} of an upload; the bytes were counted and dropped. */
  record Upload(String fileName, long size, String sha256) implements Body {
    @Override
    public String toString() {
      return "Upload[size=" + size + "]";
    }
  }

  record None() implements Body {}

  /** Neither a JSON object nor a form with a file. */
  record Unreadable(String reason) implements Body {}
}
