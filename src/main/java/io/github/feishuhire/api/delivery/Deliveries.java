package io.github.feishuhire.api.delivery;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.http.Answer;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Transport;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls about deliveries. */
public final class Deliveries {

  private static final String REPEATED = "same application exist";

  private record Accepted(@Nullable String taskId) {}

  private record Delivered(@Nullable Delivery delivery) {}

  private record Task(
      @Nullable Integer status,
      @Nullable Delivery delivery,
      @Nullable String statusMsg,
      @Nullable String extraInfo) {

    @Override
    public String toString() {
      return "Task[" + status + "]";
    }
  }

  private final Transport transport;

  public Deliveries(Transport transport) {
    this.transport = transport;
  }

  /**
   * Asks for a delivery, which Feishu then carries out by itself. There is no idempotency key:
   * calling twice makes two tasks.
   *
   * @return the id of the task, 32 hexadecimal characters
   * @throws FeishuException when it was not accepted, or when nobody knows
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/get-candidates/website/create_by_attachment">Feishu:
   *     create delivery task by attachment</a>
   */
  public String submit(String websiteId, DeliveryDraft draft, CallOptions options) {
    Call call = Call.post(Endpoint.CREATE_BY_ATTACHMENT, draft, websiteId);
    return transport.send(call, Accepted.class, options).id(Accepted::taskId);
  }

  /**
   * Makes a delivery from a resume in fields; it is made when this returns. There is no idempotency
   * key: calling twice may make two.
   *
   * @throws FeishuException when it was not accepted, or when nobody knows
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/get-candidates/website/create_by_resume">Feishu:
   *     create delivery by structured resume</a>
   */
  public Delivery submit(String websiteId, StructuredDraft draft, CallOptions options) {
    Call call = Call.post(Endpoint.CREATE_BY_RESUME, draft, websiteId);
    Answer<Delivered> answer = transport.send(call, Delivered.class, options);
    Delivery delivery = answer.data().delivery();
    if (delivery == null) {
      throw answer.useless(Reason.UNREADABLE_REPLY);
    }
    return delivery;
  }

  /**
   * Looks at a task once.
   *
   * @throws FeishuException also when the task is in a state that is not documented
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/get-candidates/website/get-website-delivery_task">Feishu:
   *     get delivery task result</a>
   */
  public DeliveryTask task(String websiteId, String taskId, CallOptions options) {
    Answer<Task> answer =
        transport.send(
            Call.get(Endpoint.GET_DELIVERY_TASK, websiteId, taskId), Task.class, options);
    Task task = answer.data();
    return switch (Objects.requireNonNullElse(task.status(), 0)) {
      case 0, 1 -> new DeliveryTask.Running();
      case 2 -> {
        if (task.delivery() == null) {
          throw answer.useless(Reason.UNREADABLE_REPLY);
        }
        yield new DeliveryTask.Succeeded(task.delivery());
      }
      case 3 -> ended(task);
      default -> throw answer.useless(Reason.UNKNOWN_STATUS);
    };
  }

  private static DeliveryTask ended(Task task) {
    String existing =
        task.extraInfo() == null || task.extraInfo().isBlank() ? null : task.extraInfo();
    boolean repeated =
        existing != null || (task.statusMsg() != null && task.statusMsg().contains(REPEATED));
    return repeated
        ? new DeliveryTask.Duplicate(existing, task.statusMsg())
        : new DeliveryTask.Failed(task.statusMsg());
  }
}
