package io.github.feishuhire.template;

/** The icons of all templates: what is drawn differs, what it is drawn on does not. */
final class TaskIcon {

  private TaskIcon() {}

  /** As a data address; what must be escaped in one is. */
  static String address(String drawing) {
    String icon =
        "<svg xmlns='http://www.w3.org/2000/svg' width='18' height='18' viewBox='0 0 18 18'>"
            + "<rect width='18' height='18' rx='4' fill='#0b6e75'/>"
            + drawing
            + "</svg>";
    return "data:image/svg+xml," + icon.replace("<", "%3C").replace(">", "%3E").replace("#", "%23");
  }
}
