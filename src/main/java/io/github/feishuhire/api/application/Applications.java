package io.github.feishuhire.api.application;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.http.Answer;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls about applications. */
public final class Applications {

  private static final int LARGEST_PAGE = 200;

  private record Reply(
      @Nullable List<@Nullable String> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<String> {}

  private record Done() {}

  private record Transfer(String stageId) {}

  private record Ending(
      @Nullable Integer terminationType,
      @Nullable List<String> terminationReasonList,
      @Nullable String terminationReasonNote) {

    @Override
    public String toString() {
      return "Ending[" + terminationType + "]";
    }
  }

  private final Transport transport;

  public Applications(Transport transport) {
    this.transport = transport;
  }

  /**
   * The ids of a talent's applications for a job, ended ones included. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/list">Feishu:
   *     list applications</a>
   */
  public Listing<String> list(String talentId, String jobId) {
    return Paged.listing(
        transport,
        Call.get(Endpoint.LIST_APPLICATIONS).with("talent_id", talentId).with("job_id", jobId),
        LARGEST_PAGE,
        Reply.class,
        id -> id.isBlank() ? null : id);
  }

  /**
   * One application. Can be repeated.
   *
   * @throws FeishuException where there is none, and for whatever else is no answer
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/get">Feishu:
   *     get an application</a>
   */
  public Application get(String id, CallOptions options) {
    return read(Call.get(Endpoint.GET_APPLICATION, id), options);
  }

  /**
   * What has become of an application for a virtual job: the newest one that a recruiter has made
   * of it for a real job. Of any other application it is the application itself.
   */
  public Application latestOnChain(String id, CallOptions options) {
    return read(
        Call.get(Endpoint.GET_APPLICATION, id).with("options", "get_latest_application_on_chain"),
        options);
  }

  private Application read(Call call, CallOptions options) {
    Answer<ApplicationReply> answer = transport.send(call, ApplicationReply.class, options);
    Application application = answer.data().read();
    if (application == null) {
      throw answer.useless(Reason.UNREADABLE_REPLY);
    }
    return application;
  }

  /**
   * Moves an application. It is not documented what Feishu says where the application is there
   * already.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/transfer_stage">Feishu:
   *     transfer the stage of an application</a>
   */
  public void move(String id, String stageId, CallOptions options) {
    send(Call.post(Endpoint.TRANSFER_STAGE, new Transfer(stageId), id), options);
  }

  /**
   * Ends an application; one that has ended stays as it is.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/terminate">Feishu:
   *     terminate an application</a>
   */
  public void terminate(String id, Termination how, CallOptions options) {
    Ending body =
        new Ending(
            how.type() == null ? null : how.type().number(),
            how.reasonIds().isEmpty() ? null : how.reasonIds(),
            how.note());
    ensure(Call.post(Endpoint.TERMINATE_APPLICATION, body, id), options);
  }

  /**
   * Takes the end of an application back; one that goes on stays as it is.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/application/recover">Feishu:
   *     recover an application</a>
   */
  public void recover(String id, CallOptions options) {
    ensure(Call.post(Endpoint.RECOVER_APPLICATION, Map.of(), id), options);
  }

  private void ensure(Call call, CallOptions options) {
    try {
      send(call, options);
    } catch (FeishuException e) {
      if (!e.saysAlreadyDone()) {
        throw e;
      }
    }
  }

  private void send(Call call, CallOptions options) {
    Answer<Done> unused = transport.send(call, Done.class, options);
  }
}
