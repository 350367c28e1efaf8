package io.github.feishuhire.worker.job;

import io.github.feishuhire.worker.engine.CommandListener;
import io.github.feishuhire.worker.engine.PollListener;
import java.util.Locale;

/** Is told how jobs fare, on their own threads: it must neither wait nor throw. */
public interface JobListener extends CommandListener, PollListener {

  /** What a run of a job came to. */
  enum Ending {
    COMPLETED,
    /** Completed on the word of a person, and without asking Feishu. */
    CONFIRMED,
    /** Completed with what was found in Feishu of a submission in doubt, and without another. */
    FOUND,
    BPMN_ERROR,
    INCIDENT,
    /** A try is used up, and there is another one. */
    FAILED,
    /** Given back to the engine as it was. */
    POSTPONED,
    /** Nothing could be reported, or need not be: the job is no longer ours. */
    GONE,
    /** Feishu said yes, and the engine could not be told. */
    UNDELIVERED;

    /** As metrics and traces tell it. */
    public String outcome() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void started(Operation<?> operation, long jobKey, long processInstanceKey);

  /** As many times as {@link #started}, and on the same thread. */
  void ended(JobEnd end);

  /** Nobody knows whether a submission arrived, and somebody is told so. */
  default void doubted(Operation<?> operation) {}
}
