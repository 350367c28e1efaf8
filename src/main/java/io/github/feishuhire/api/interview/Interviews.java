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

/** Calls about interviews. */
public final class Interviews {

  private static final int LARGEST_PAGE = 100;
  private static final int SUBMITTED = 1;

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record Item(
      @Nullable String id,
      @Nullable Integer round,
      @Nullable String stageId,
      @Nullable JsonNode beginTime,
      @Nullable JsonNode endTime,
      @Nullable Integer interviewRoundSummary,
      @Nullable List<@Nullable WireRecord> interviewRecordList) {

    @Nullable Interview interview() {
      if (id == null || id.isBlank()) {
        return null;
      }
      List<Interview.Feedback> records =
          Objects.requireNonNullElse(interviewRecordList, List.<@Nullable WireRecord>of()).stream()
              .filter(Objects::nonNull)
              .map(WireRecord::entry)
              .toList();
      return new Interview(
          id,
          round,
          stageId,
          Millis.instant(beginTime),
          Millis.instant(endTime),
          InterviewResult.of(interviewRoundSummary),
          records);
    }

    @Override
    public String toString() {
      return "Item[" + id + "]";
    }
  }

  private record WireRecord(
      @Nullable String userId,
      @Nullable Integer commitStatus,
      @Nullable Integer conclusion,
      @Nullable String content) {

    Interview.Feedback entry() {
      return new Interview.Feedback(
          userId,
          Objects.equals(commitStatus, SUBMITTED),
          Numbered.of(Conclusion.values(), conclusion),
          content);
    }

    @Override
    public String toString() {
      return "WireRecord[" + conclusion + "]";
    }
  }

  private final Transport transport;

  public Interviews(Transport transport) {
    this.transport = transport;
  }

  /**
   * The interviews of an application, a hundred to a page. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/interview/list">Feishu:
   *     list interviews</a>
   */
  public Listing<Interview> of(String applicationId) {
    return Paged.listing(
        transport,
        Call.get(Endpoint.LIST_INTERVIEWS).with("application_id", applicationId),
        LARGEST_PAGE,
        Reply.class,
        Item::interview);
  }
}
