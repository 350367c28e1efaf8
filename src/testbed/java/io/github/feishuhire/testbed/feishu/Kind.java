package io.github.feishuhire.testbed.feishu;

/** The calls that the worker makes. */
public enum Kind {
  TOKEN,
  SUBMIT,
  TASK,
  SITE_USER,
  ATTACHMENT,
  TALENTS,
  JOB_POST,
  APPLICATIONS,
  APPLICATION;

  static Kind of(String path) {
    if (path.contains("/tenant_access_token/")) {
      return TOKEN;
    }
    if (path.endsWith("/deliveries/create_by_attachment")) {
      return SUBMIT;
    }
    if (path.contains("/delivery_tasks/")) {
      return TASK;
    }
    return path.endsWith("/site_users") ? SITE_USER : lookUp(path);
  }

  private static Kind lookUp(String path) {
    if (path.endsWith("/talents/batch_get_id")) {
      return TALENTS;
    }
    if (path.contains("/job_posts/")) {
      return JOB_POST;
    }
    if (path.contains("/applications?")) {
      return APPLICATIONS;
    }
    return path.contains("/applications/") ? APPLICATION : ATTACHMENT;
  }
}
