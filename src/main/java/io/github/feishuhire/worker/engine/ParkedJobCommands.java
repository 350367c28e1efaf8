package io.github.feishuhire.worker.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said to the engine about parked jobs, many at a time and once. Only while they are ours;
 * what comes back are those of which the engine took it.
 */
final class ParkedJobCommands {

  static final int AT_ONCE = 50;

  private static final Logger LOG = LoggerFactory.getLogger(ParkedJobCommands.class);

  private interface Command {
    CamundaFuture<?> send(ParkedJob job);
  }

  private final CamundaClient client;

  ParkedJobCommands(CamundaClient client) {
    this.client = client;
  }

  List<ParkedJob> giveBack(List<ParkedJob> jobs, Duration delay) {
    return all(
        jobs,
        job ->
            client
                .newFailCommand(job.key())
                .retries(job.retries())
                .retryBackoff(delay)
                .errorMessage("It waited for its turn.")
                .send());
  }

  List<ParkedJob> extend(List<ParkedJob> jobs, Duration lease) {
    return all(jobs, job -> client.newUpdateTimeoutCommand(job.key()).timeout(lease).send());
  }

  private static List<ParkedJob> all(List<ParkedJob> jobs, Command command) {
    List<ParkedJob> taken = new ArrayList<>();
    for (int from = 0; from < jobs.size(); from += AT_ONCE) {
      List<ParkedJob> part = jobs.subList(from, Math.min(from + AT_ONCE, jobs.size()));
      Map<ParkedJob, CamundaFuture<?>> sent = new HashMap<>();
      part.stream().filter(ParkedJob::isOurs).forEach(one -> sent.put(one, command.send(one)));
      sent.forEach(
          (one, future) -> {
            try {
              future.join();
              taken.add(one);
            } catch (ClientException gone) {
              LOG.debug("job {} could not be kept: {}", one.key(), gone.getClass().getSimpleName());
            }
          });
    }
    return taken;
  }
}
