package io.github.feishuhire.worker.job;

import io.github.feishuhire.api.CallEnd;
import io.github.feishuhire.api.CallListener;
import org.slf4j.MDC;

/** Notes Feishu's log id of the last request of a job, for the line about the job. */
public final class LogIds implements CallListener {

  static final String KEY = "feishuLogId";

  @Override
  public void ended(CallEnd end) {
    if (MDC.get(JobLine.JOB_KEY) == null) {
      return; // the worker's own request, for a token or to see whether an API is back
    }
    if (end.logId() == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, end.logId());
    }
  }
}
