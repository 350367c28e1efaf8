package io.github.feishuhire.sandbox.website;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.http.Reply;
import java.util.List;
import java.util.Map;

/**
 * A country, a state, a city or a district.
 *
 * @param within codes of what it lies in, from the country down
 */
public record Location(Level level, String code, Names names, List<String> within) {

  public Location {
    within = List.copyOf(within);
  }

  /** Levels, from the outside in. */
  public enum Level {
    COUNTRY(1, "country"),
    STATE(2, "state"),
    CITY(3, "city"),
    DISTRICT(4, "district");

    private final int number;
    private final String label;

    Level(int number, String label) {
      this.number = number;
      this.label = label;
    }

    int number() {
      return number;
    }
  }

  /** In Chinese, in English and in pinyin. */
  public record Names(String zh, String en, String py) {}

  /** Exactly one member, named as the level. */
  ObjectNode tree() {
    ObjectNode tree = Reply.object();
    ObjectNode own = tree.putObject(level.label).put(level.label + "_code", code);
    for (int outer = 0; outer < within.size(); outer++) {
      own.put(Level.values()[outer].label + "_code", within.get(outer));
    }
    own.putObject(level.label + "_name_info")
        .setAll(
            Map.of(
                "zh_name", own.textNode(names.zh()),
                "en_name", own.textNode(names.en()),
                "py_name", own.textNode(names.py())));
    return tree;
  }
}
