package io.github.feishuhire.api.talent;

import io.github.feishuhire.api.CallOptions;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.FeishuException;
import io.github.feishuhire.api.FeishuFailure.Reason;
import io.github.feishuhire.api.http.Answer;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls about talents. */
public final class Talents {

  private static final int ADD = 1;
  private static final int REMOVE = 2;

  /** Of each talent the id alone is read: the rest repeats what was asked for. */
  private record Found(@Nullable List<@Nullable One> talentList) {}

  private record One(@Nullable String talentId) {}

  private record Tagging(int operation, List<String> tagIdList) {}

  private record Done() {}

  private final Transport transport;

  public Talents(Transport transport) {
    this.transport = transport;
  }

  /**
   * The ids of those who meet the criteria; often none, and sometimes several. Can be repeated.
   *
   * @throws FeishuException when Feishu does not tell
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/batch_get_id">Feishu:
   *     get ids of talents</a>
   */
  public List<String> find(TalentCriteria criteria, CallOptions options) {
    Answer<Found> answer =
        transport.send(Call.post(Endpoint.GET_TALENT_IDS, criteria), Found.class, options);
    return Objects.requireNonNullElse(answer.data().talentList(), List.<@Nullable One>of()).stream()
        .map(
            one -> {
              if (one == null || one.talentId() == null || one.talentId().isBlank()) {
                throw answer.useless(Reason.UNREADABLE_REPLY);
              }
              return one.talentId();
            })
        .distinct()
        .toList();
  }

  /**
   * Adds a tag to a talent; one that is there stays.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/tag">Feishu:
   *     tag a talent</a>
   */
  public void tag(String talentId, String tagId, CallOptions options) {
    send(new Tagging(ADD, List.of(tagId)), talentId, options);
  }

  /** Takes a tag away from a talent, where it is there. */
  public void untag(String talentId, String tagId, CallOptions options) {
    send(new Tagging(REMOVE, List.of(tagId)), talentId, options);
  }

  private void send(Tagging tagging, String talentId, CallOptions options) {
    try {
      Answer<Done> unused =
          transport.send(Call.post(Endpoint.TAG_TALENT, tagging, talentId), Done.class, options);
    } catch (FeishuException e) {
      if (!e.saysAlreadyDone()) {
        throw e;
      }
    }
  }
}
