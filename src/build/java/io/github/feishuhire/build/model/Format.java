package io.github.feishuhire.build.model;

import java.util.List;

/** Knows where in a file the words are, and changes nothing else of it. */
interface Format {

  /** In the order of the file. */
  List<Part> parts(String file);

  /** As the words are written between the quotes or tags of this format. */
  String escaped(String words);
}
