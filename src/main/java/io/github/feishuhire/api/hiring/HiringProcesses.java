package io.github.feishuhire.api.hiring;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Calls about hiring processes. */
public final class HiringProcesses {

  private static final int LARGEST_PAGE = 100;

  private record Reply(
      @Nullable List<@Nullable Item> items, @Nullable Boolean hasMore, @Nullable String pageToken)
      implements Paged<Item> {}

  private record Item(
      @Nullable String id,
      @Nullable String zhName,
      @Nullable String enName,
      @Nullable Integer type,
      @Nullable List<@Nullable Stage> stageList) {

    @Nullable HiringProcess process() {
      if (id == null || id.isBlank()) {
        return null;
      }
      List<HiringStage> stages = new ArrayList<>();
      for (Stage wire : Objects.requireNonNullElse(stageList, List.<@Nullable Stage>of())) {
        HiringStage stage = wire == null ? null : wire.stage();
        if (stage == null) {
          return null;
        }
        stages.add(stage);
      }
      return new HiringProcess(id, zhName, enName, type, stages);
    }
  }

  private record Stage(
      @Nullable String id,
      @Nullable String zhName,
      @Nullable String enName,
      @Nullable Integer type) {

    @Nullable HiringStage stage() {
      return id == null || id.isBlank() ? null : new HiringStage(id, zhName, enName, type);
    }
  }

  private final Transport transport;

  public HiringProcesses(Transport transport) {
    this.transport = transport;
  }

  /**
   * The hiring processes of the tenant with their stages, a hundred to a page. Sends nothing yet.
   *
   * @see <a
   *     href="https://open.feishu.cn/document/hire-v1/recruitment-related-configuration/job_process/list">Feishu:
   *     list hiring processes</a>
   */
  public Listing<HiringProcess> list() {
    return Paged.listing(
        transport, Call.get(Endpoint.LIST_JOB_PROCESSES), LARGEST_PAGE, Reply.class, Item::process);
  }
}
