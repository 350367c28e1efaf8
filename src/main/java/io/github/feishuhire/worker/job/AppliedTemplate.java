package io.github.feishuhire.worker.job;

import io.github.feishuhire.worker.catalogue.Header;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The element template that a task says it was made with. The task headers that say so are written
 * by the template, but anybody can edit them: what does not look like an id or a version is not
 * repeated.
 *
 * @param id {@code none} where the task has none, {@code other} for what is no id
 * @param version the same for what is no number of up to six digits
 */
public record AppliedTemplate(String id, String version) {

  /** With a letter in it: a number alone may be anybody's telephone. */
  private static final Pattern ID = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9._-]{1,100}");

  private static final Pattern VERSION = Pattern.compile("[0-9]{1,6}");

  /** What is not told apart any further. */
  public static final AppliedTemplate OTHER = new AppliedTemplate("other", "other");

  public AppliedTemplate {
    id = told(id, ID);
    version = told(version, VERSION);
  }

  /** Reads the headers under the keys that Camunda's own templates use; refuses nothing. */
  static AppliedTemplate of(Map<String, String> headers) {
    return new AppliedTemplate(
        headers.getOrDefault(Header.TEMPLATE_ID.key(), ""),
        headers.getOrDefault(Header.TEMPLATE_VERSION.key(), ""));
  }

  private static String told(String header, Pattern form) {
    String text = header.strip();
    return text.isEmpty() ? "none" : form.matcher(text).matches() ? text : "other";
  }
}
