package io.github.feishuhire.sandbox.note;

import java.util.ArrayList;
import java.util.List;

/** The store of notes. */
public final class Notes {

  private final List<Note> notes = new ArrayList<>();

  synchronized void add(Note note) {
    notes.add(note);
  }

  public synchronized List<Note> all() {
    return List.copyOf(notes);
  }
}
