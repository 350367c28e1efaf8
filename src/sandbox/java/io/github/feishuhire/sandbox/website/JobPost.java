package io.github.feishuhire.sandbox.website;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A job advertised on one website; several posts may advertise the same job. */
public record JobPost(
    String id,
    String websiteId,
    String title,
    String jobId,
    boolean active,
    Optional<Instant> expires,
    List<String> cityCodes,
    TaskEnding ending) {

  public JobPost {
    cityCodes = List.copyOf(cityCodes);
  }

  JobPost in(String... cityCodes) {
    return new JobPost(id, websiteId, title, jobId, active, expires, List.of(cityCodes), ending);
  }

  JobPost until(String expires) {
    return new JobPost(
        id,
        websiteId,
        title,
        jobId,
        active,
        Optional.of(Instant.parse(expires)),
        cityCodes,
        ending);
  }

  JobPost disabled() {
    return new JobPost(id, websiteId, title, jobId, false, expires, cityCodes, ending);
  }
}
