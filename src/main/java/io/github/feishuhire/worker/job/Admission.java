package io.github.feishuhire.worker.job;

import java.util.Collection;
import java.util.Set;

/**
 * Who may use a connection.
 *
 * @param tenants ids of Camunda's tenants; empty for all
 * @param processes BPMN process ids; empty for all
 */
public record Admission(Set<String> tenants, Set<String> processes) {

  /** Everybody may. */
  public static final Admission ALL = new Admission(Set.of(), Set.of());

  public Admission {
    tenants = Set.copyOf(tenants);
    processes = Set.copyOf(processes);
  }

  boolean admits(String tenant, String process) {
    return isIn(tenants, tenant) && isIn(processes, process);
  }

  private static boolean isIn(Collection<String> allowed, String id) {
    return allowed.isEmpty() || allowed.contains(id);
  }
}
