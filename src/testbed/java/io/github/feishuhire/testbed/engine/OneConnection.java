package io.github.feishuhire.testbed.engine;

import io.camunda.client.api.response.ActivatedJob;
import io.github.feishuhire.worker.engine.JobPacing;
import io.github.feishuhire.worker.engine.PacingByConnection;
import java.util.Collection;
import java.util.List;

/** One connection, which always has room. */
public record OneConnection() implements PacingByConnection {

  private static final String NAME = "default";

  @Override
  public Collection<String> connections() {
    return List.of(NAME);
  }

  @Override
  public String connection(ActivatedJob job) {
    return NAME;
  }

  @Override
  public JobPacing of(String connection) {
    return JobPacing.NONE;
  }
}
