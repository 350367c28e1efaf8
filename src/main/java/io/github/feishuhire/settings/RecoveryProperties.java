package io.github.feishuhire.settings;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is said after Camunda was restored from a backup.
 *
 * @param operations that jobs are fetched for
 * @param doubtProcessInstancesBelow keys of process instances, one of each partition: submissions
 *     of earlier ones may have been made although the engine knows nothing of them
 */
@ConfigurationProperties("feishu")
public record RecoveryProperties(
    @DefaultValue Operations operations, @DefaultValue List<Long> doubtProcessInstancesBelow) {

  /**
   * Which operations are served.
   *
   * @param enabled their names as job types have them; none for all
   */
  public record Operations(@DefaultValue Set<String> enabled) {
    public Operations {
      enabled = Set.copyOf(enabled);
    }
  }

  public RecoveryProperties {
    doubtProcessInstancesBelow = List.copyOf(doubtProcessInstancesBelow);
  }

  public boolean serves(String operation) {
    return operations.enabled().isEmpty() || operations.enabled().contains(operation);
  }

  /**
   * Refuses what nothing would ever match.
   *
   * @throws InvalidSettingException for an operation that is not known, and a key that can be none
   */
  void check(Collection<String> known) {
    for (String name : operations.enabled()) {
      if (!known.contains(name)) {
        throw new InvalidSettingException(
            "feishu.operations.enabled (FEISHU_OPERATIONS_ENABLED) names an operation that there is"
                + " not: write some of "
                + String.join(", ", known)
                + ".");
      }
    }
    if (doubtProcessInstancesBelow.stream().anyMatch(key -> key < 0)) {
      throw new InvalidSettingException(
          "feishu.doubt-process-instances-below (FEISHU_DOUBT_PROCESS_INSTANCES_BELOW) must be keys"
              + " of process instances such as 2251799813685249, one of each partition, or 0 for"
              + " every process instance.");
    }
  }
}
