package io.github.feishuhire.event.longconnection;

/** Why there is no long connection, or none any more. */
public enum End {
  /** It broke, or the other side closed it. */
  LOST("was lost", "What Feishu has no answer to it pushes again."),
  /** Nothing came for too long, though it seemed to be there. */
  SILENT("was silent and is given up", "What Feishu has no answer to it pushes again."),
  UNREACHABLE(
      "cannot be had: Feishu is not reached",
      "Allow HTTPS and WebSockets (wss) to feishu.cn from here, or to larksuite.com."),
  BUSY("cannot be had: Feishu is busy", "Nothing is to be done here."),
  SECRET_REFUSED(
      "cannot be had: Feishu refuses the app id or the secret",
      "Compare FEISHU_APP_ID and FEISHU_APP_SECRET of this connection with Credentials & Basic Info"
          + " in the developer console."),
  FORBIDDEN(
      "cannot be had: Feishu forbids it to the app",
      "Only an enterprise self-built app that is enabled may have one: look at its versions in the"
          + " developer console."),
  TOO_MANY(
      "cannot be had: the app has as many as Feishu allows",
      "Stop what else connects with this app, such as test systems, or run fewer copies of the"
          + " worker: events go to any one of them."),
  NOT_UNDERSTOOD(
      "cannot be had: Feishu's answer is not understood",
      "See whether a proxy answers in Feishu's place, and whether feishu.base-url is right.");

  private final String what;
  private final String advice;

  End(String what, String advice) {
    this.what = what;
    this.advice = advice;
  }

  /** Goes on from "the long connection". */
  public String what() {
    return what;
  }

  /** A sentence: what to do. */
  String advice() {
    return advice;
  }

  /** Whether there was one. */
  boolean isOfOne() {
    return this == LOST || this == SILENT;
  }
}
