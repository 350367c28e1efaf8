package io.github.feishuhire.words;

import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/** Text that others wrote, as it may stand in a line of a log or of an incident. */
public final class OneLine {

  private static final int LONGEST = 80;

  /** Line breaks of any kind, and what is not seen or turns the direction of writing. */
  private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private OneLine() {}

  /** The same where it is plain; it cannot begin a line of its own, nor fill the log. */
  public static String of(String text) {
    String cut = StringUtils.truncate(text, LONGEST);
    String shown = NOT_SHOWN.matcher(cut).replaceAll("?");
    return cut.length() == text.length() ? shown : shown + "...";
  }

  /** An id of Feishu's; what does not look like one may be anything, and is not shown. */
  public static String id(String id) {
    return ID.matcher(id).matches() ? id : "?";
  }
}
