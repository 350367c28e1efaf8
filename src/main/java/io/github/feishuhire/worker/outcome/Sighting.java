package io.github.feishuhire.worker.outcome;

import java.util.List;

/** What was seen in Feishu of a submission in doubt. */
public sealed interface Sighting {

  /** It has arrived. */
  record Present(String applicationId) implements Sighting {}

  /**
   * Nothing of it is there, which proves nothing: Feishu may still be at it.
   *
   * @param by names of the inputs by which the candidate was looked for
   */
  record Absent(List<String> by) implements Sighting {}

  /** Something else is there, so that a person has to look. */
  record Unclear(Obstacle obstacle, List<String> by) implements Sighting {}

  /** Why a machine must not decide. */
  enum Obstacle {
    /** The task was given nothing that says who the candidate is. */
    NOBODY_TO_LOOK_FOR,
    SEVERAL_TALENTS,
    SEVERAL_APPLICATIONS,
    /** Through another website, or entered by a recruiter. */
    ANOTHER_WAY,
    /** The candidate had applied before. */
    EARLIER,
    /** The job post does not say which job it is for. */
    JOB_UNKNOWN
  }
}
