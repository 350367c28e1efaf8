package io.github.feishuhire.api.interview;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Numbered;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Millis;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls about evaluations of resumes. */
public final class Evaluations {

  private static final int LARGEST_PAGE = 100;
  private static final int SUBMITTED = 1;

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record Item(
      @Nullable String id,
      @Nullable String stageId,
      @Nullable String evaluatorId,
      @Nullable Integer commitStatus,
      @Nullable Integer conclusion,
      @Nullable String content,
      @Nullable JsonNode createTime,
      @Nullable JsonNode updateTime) {

    @Nullable Evaluation evaluation() {
      if (id == null || id.isBlank()) {
        return null;
      }
      boolean submitted = Objects.equals(commitStatus, SUBMITTED);
      return new Evaluation(
          id,
          stageId,
          evaluatorId,
          submitted,
          submitted ? Numbered.of(Conclusion.values(), conclusion) : null,
          content,
          Millis.instant(createTime),
          Millis.instant(updateTime));
    }

    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }

  private final Transport transport;

  public Evaluations(Transport transport) {
    this.transport = transport;
  }

  /**
   * The evaluations of an application, a hundred to a page. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/evaluation/list">Feishu:
   *     list evaluations</a>
   */
  public Listing<Evaluation> of(String applicationId) {
    return Paged.listing(
        transport,
        Call.get(Endpoint.LIST_EVALUATIONS).with("application_id", applicationId),
        LARGEST_PAGE,
        Reply.class,
        Item::evaluation);
  }
}
