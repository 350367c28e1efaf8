package io.github.feishuhire.worker.engine;

import io.camunda.client.api.response.ActivatedJob;
import java.util.Collection;

/** When jobs of one type could be run, for each Feishu app by itself. */
public interface PacingByConnection {

  /** Those that are configured. */
  Collection<String> connections();

  /** The one a job is for; jobs for one that is not configured can be run at once. */
  String connection(ActivatedJob job);

  JobPacing of(String connection);
}
