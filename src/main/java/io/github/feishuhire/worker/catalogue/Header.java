package io.github.feishuhire.worker.catalogue;

/** A header of a task, by which a designer chooses how it behaves. */
public enum Header {
  CONNECTION("connection", "default"),
  TIMEOUT("timeout", "PT5M"),
  ON_REJECTED("onRejected", "bpmn-error"),
  ON_DOUBT("onDoubt", "incident"),
  ON_DUPLICATE("onDuplicate", "bpmn-error"),
  AFTER_UPLOAD("afterUpload", "keep"),
  AFTER_COMPLETION("afterCompletion", "keep"),
  RETRY_BACKOFF("retryBackoff", "PT10S"),
  /** The template that a task was made with, written by the template itself. */
  TEMPLATE_ID("elementTemplateId", ""),
  TEMPLATE_VERSION("elementTemplateVersion", ""),
  /** Of the template, and so of who reads what goes wrong. */
  LANGUAGE("language", "");

  private final String key;
  private final String standard;

  Header(String key, String standard) {
    this.key = key;
    this.standard = standard;
  }

  public String key() {
    return key;
  }

  /** What holds for a task without it. */
  public String standard() {
    return standard;
  }
}
