package io.github.feishuhire.worker.delivery;

import static io.github.feishuhire.worker.catalogue.CommonInputs.TASK_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.WEBSITE_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.DELIVERY_FAILED;
import static io.github.feishuhire.worker.catalogue.ErrorCode.DUPLICATE_APPLICATION;
import static io.github.feishuhire.worker.catalogue.ErrorCode.RESULT_TIMEOUT;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TASK_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.WEBSITE_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.NotSent;
import io.github.feishuhire.api.FeishuFailure.Refused;
import io.github.feishuhire.api.FeishuFailure.SetUpFault;
import io.github.feishuhire.api.FeishuFailure.Throttled;
import io.github.feishuhire.api.FeishuFailure.Unanswered;
import io.github.feishuhire.api.FeishuFailure.Unavailable;
import io.github.feishuhire.api.FeishuHire;
import io.github.feishuhire.api.Refusal;
import io.github.feishuhire.api.delivery.DeliveryTask;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.ErrorCode;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Header;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.TaskHeaders.OnDuplicate;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.lang3.ObjectUtils;

/**
 * Await Delivery Result: asks again, a little later each time, until there is a result or the
 * timeout has passed since the task began; a fault of Feishu is waited out too.
 */
public final class AwaitDeliveryResult {

  public static final Task TASK =
      Task.named("Await Delivery Result", Endpoint.GET_DELIVERY_TASK, Capacity.OF_WAITERS)
          .takes(WEBSITE_ID.in(Group.DELIVERY), TASK_ID, TaskReference.APPLICATION_ID)
          .chosenBy(Header.TIMEOUT, Header.ON_DUPLICATE)
          .gives(DeliveryResult.VARIABLE, DeliveryResult.EXAMPLE_OF_TASK)
          .offers(DeliveryResult.APPLICATION_ID)
          .endsWith(
              WEBSITE_NOT_FOUND,
              TASK_NOT_FOUND,
              DUPLICATE_APPLICATION,
              DELIVERY_FAILED,
              RESULT_TIMEOUT)
          .documentedAt(TaskReference.PAGE)
          .drawn(
              """
              <circle cx='9' cy='9' r='6.5' fill='#fff'/>\
              <path d='M9 9V2.5a6.5 6.5 0 0 1 5.63 9.75z' fill='#ffb84d'/>\
              <path d='M9 5v4l3.1 1.8' fill='none' stroke='#0b6e75' stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'/>""");

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(1250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /**
   * A task just made may not be found at once: Feishu documents neither that it is nor that it is
   * not.
   */
  private static final Duration MAY_BE_UNKNOWN = Duration.ofSeconds(10);

  private final Map<FeishuHire, AtomicInteger> awaited = new ConcurrentHashMap<>();

  private AwaitDeliveryResult() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, TaskReference::bind, new AwaitDeliveryResult()::run);
  }

  private Outcome run(TaskReference reference, JobContext context) {
    return switch (reference) {
      case TaskReference.Found(String applicationId) ->
          new Outcome.Completed(DeliveryResult.found(applicationId));
      case TaskReference.OfTask task -> awaitInTurn(task, context);
    };
  }

  private Outcome awaitInTurn(TaskReference.OfTask task, JobContext context) {
    AtomicInteger others = awaited.computeIfAbsent(context.hire(), hire -> new AtomicInteger());
    others.incrementAndGet();
    try {
      return await(task, context, others);
    } finally {
      others.decrementAndGet();
    }
  }

  private static Outcome await(
      TaskReference.OfTask task, JobContext context, AtomicInteger awaited) {
    Duration timeout = context.headers().timeout();
    Duration askedFor = Duration.ZERO;
    while (true) {
      Duration left = ObjectUtils.max(timeout.minus(context.waited()), Duration.ZERO);
      Duration pause =
          ObjectUtils.max(
              askedFor, pause(context.waited()), fairShare(context.hire(), awaited.get()));
      context.waitOn(ObjectUtils.min(pause, left));
      try {
        Optional<Outcome> outcome = look(task, context);
        if (outcome.isPresent()) {
          return outcome.get();
        }
        askedFor = Duration.ZERO;
      } catch (FeishuException e) {
        askedFor = pauseAfter(e, context.waited());
      }
      if (context.waited().compareTo(timeout) >= 0) { // even a run that comes too late looks once
        return ended(RESULT_TIMEOUT, context, Map.of());
      }
    }
  }

  /** A result that comes soon is reported soon; one that takes long is not asked for so often. */
  private static Duration pause(Duration waited) {
    Duration part = waited.multipliedBy(2).dividedBy(5);
    return ObjectUtils.max(SHORTEST_PAUSE, ObjectUtils.min(part, LONGEST_PAUSE));
  }

  /**
   * With many results awaited, each asks so seldom that all of them together stay below the quota:
   * none would get its answer sooner by asking more often, and a single check still gets through.
   */
  private static Duration fairShare(FeishuHire hire, int awaited) {
    return hire.limits(Endpoint.GET_DELIVERY_TASK)
        .spacing()
        .multipliedBy(awaited)
        .multipliedBy(11)
        .dividedBy(10);
  }

  /**
   * The wait that is asked for where there was no answer: what Feishu cannot help now it can later.
   * What a person must change ends this run.
   */
  private static Duration pauseAfter(FeishuException e, Duration waited) {
    if (Thread.currentThread().isInterrupted()) { // the worker stops
      throw e;
    }
    return switch (e.failure()) {
      case Throttled throttled -> throttled.retryAfter();
      case Unavailable unavailable -> ObjectUtils.min(unavailable.retryAfter(), LONGEST_PAUSE);
      case Unanswered unanswered -> Duration.ZERO;
      case NotSent notSent ->
          switch (notSent.obstacle()) {
            case UNKNOWN_HOST, CONNECTION_FAILED, PROXY_REFUSED, TLS_FAILED, NO_TOKEN ->
                Duration.ZERO;
            case CONTENT_UNREADABLE, INTERRUPTED -> throw e;
          };
      case Refused refused
          when refused.refusal() == Refusal.TASK_NOT_FOUND
              && waited.compareTo(MAY_BE_UNKNOWN) < 0 ->
          Duration.ZERO;
      case Refused refused -> throw e;
      case SetUpFault fault -> throw e;
    };
  }

  /** Empty while the task is running. */
  private static Optional<Outcome> look(TaskReference.OfTask reference, JobContext context) {
    DeliveryTask task =
        context
            .hire()
            .deliveries()
            .task(reference.websiteId(), reference.taskId(), context.options());
    Map<String, Object> result = DeliveryResult.of(task);
    return switch (task) {
      case DeliveryTask.Running running -> Optional.empty();
      case DeliveryTask.Succeeded succeeded -> Optional.of(new Outcome.Completed(result));
      case DeliveryTask.Duplicate duplicate
          when context.headers().onDuplicate() == OnDuplicate.COMPLETE ->
          Optional.of(new Outcome.Completed(result));
      case DeliveryTask.Duplicate duplicate ->
          Optional.of(ended(DUPLICATE_APPLICATION, context, result));
      case DeliveryTask.Failed failed -> Optional.of(ended(DELIVERY_FAILED, context, result));
    };
  }

  private static Outcome ended(ErrorCode code, JobContext context, Map<String, Object> result) {
    return context.reactions().ended(code, context.attempt(), result);
  }
}
