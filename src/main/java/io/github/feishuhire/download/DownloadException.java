package io.github.feishuhire.download;

/** A file that cannot be had from its address, which this does not know. */
public final class DownloadException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Why not. */
  public enum Reason {
    /** The address is none of those that may be fetched. Nothing was asked of anyone there. */
    NOT_ALLOWED,
    /** No connection was made. */
    UNREACHABLE,
    /** The server is there and has no usable answer at the moment. */
    UNAVAILABLE,
    /** The server sends elsewhere, where nobody follows. */
    REDIRECTED,
    /** The server says no. */
    REFUSED
  }

  private final Reason reason;
  private final int status;
  private final String detailType;
  private final String detail;

  DownloadException(Reason reason, int status, String detailType, String detail) {
    super(reason + " " + status, null, false, false);
    this.reason = reason;
    this.status = status;
    this.detailType = detailType;
    this.detail = detail;
  }

  DownloadException(Reason reason) {
    this(reason, 0, "", "");
  }

  public Reason reason() {
    return reason;
  }

  /** Of the reply; 0 when there was none. */
  public int status() {
    return status;
  }

  /** The media type of the server's explanation, without parameters; empty when it says none. */
  public String detailType() {
    return detailType;
  }

  /** How the server's explanation begins. Never to be shown: it may quote anything. */
  public String detail() {
    return detail;
  }
}
