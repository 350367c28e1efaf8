package io.github.feishuhire.demo.page;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.demo.seen.OpenTask;
import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.process.Recruiter;
import io.github.feishuhire.process.UserTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The user tasks, and who does them: the demo's recruiter those of the demo's candidates unless a
 * person has taken them, a person all others.
 */
public final class Desk {

  private final Seen seen;
  private final UserTasks userTasks;
  private final Troupe troupe;
  private final Predicate<OpenTask> leftToFeishu;
  private final Set<Long> taken = ConcurrentHashMap.newKeySet();
  private final Set<Long> done = ConcurrentHashMap.newKeySet();

  /**
   * @param leftToFeishu tasks that end by themselves, because somebody does something in Feishu
   */
  public Desk(Seen seen, UserTasks userTasks, Troupe troupe, Predicate<OpenTask> leftToFeishu) {
    this.seen = seen;
    this.leftToFeishu = leftToFeishu;
    this.userTasks = userTasks;
    this.troupe = troupe;
  }

  /** Nobody else does it. */
  public boolean isForPerson(OpenTask task) {
    return taken.contains(task.key()) || troupe.role(task.instance()).isEmpty();
  }

  /** The recruiter does it no more. */
  void take(long key) {
    taken.add(find(key).key());
  }

  /** A person has filled in the form. */
  void complete(CamundaClient client, long key, Map<String, Object> variables) {
    answer(client, find(key), variables);
  }

  OpenTask find(long key) {
    return seen.tasks().stream()
        .filter(task -> task.key() == key)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("task " + key));
  }

  /**
   * Has the recruiter do what has waited so long.
   *
   * @param patience how long a person has to take a task
   */
  public void work(CamundaClient client, Instant now, Duration patience) {
    seen.tasks().stream()
        .filter(task -> !isForPerson(task) && !leftToFeishu.test(task))
        .filter(task -> !now.isBefore(task.since().plus(patience)))
        .filter(task -> !done.contains(task.key()))
        .forEach(task -> answer(client, task, Recruiter.answer(task.element(), Map.of())));
  }

  private void answer(CamundaClient client, OpenTask task, Map<String, Object> variables) {
    if (!done.add(task.key())) {
      return;
    }
    if (task.isJob()) {
      var unused = client.newCompleteCommand(task.key()).variables(variables).send().join();
    } else {
      userTasks.complete(task.key(), variables);
    }
  }
}
