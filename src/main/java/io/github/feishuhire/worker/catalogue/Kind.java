package io.github.feishuhire.worker.catalogue;

import java.util.List;

/** What an input is, and so how it is entered. */
public sealed interface Kind {

  /** Something to write. */
  record Entry(Form form) implements Kind {}

  /**
   * One of a few values.
   *
   * @param values as Feishu knows them; the first one is chosen where nobody chooses
   */
  record Choice(List<String> values) implements Kind {
    public Choice {
      values = List.copyOf(values);
    }
  }

  /** What an earlier step may have given; nobody enters it. */
  record HandedOn() implements Kind {}

  /** Yes or no. */
  record Flag() implements Kind {}

  /**
   * An object that is made of a few inputs, each a choice or an entry.
   *
   * @param selector id of the property by which a designer says whether there is one
   */
  record Parts(String selector, List<Input> inputs) implements Kind {
    public Parts {
      inputs = List.copyOf(inputs);
    }
  }
}
