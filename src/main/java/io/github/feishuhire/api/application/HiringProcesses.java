package io.github.feishuhire.api.application;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.Listing;
import io.github.feishuhire.api.Numbered;
import io.github.feishuhire.api.http.Call;
import io.github.feishuhire.api.http.Paged;
import io.github.feishuhire.api.http.Transport;
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
      @Nullable List<Stage.@Nullable Wire> stageList) {

    @Nullable HiringProcess process() {
      if (id == null || id.isBlank()) {
        return null;
      }
      List<Stage> stages =
          Objects.requireNonNullElse(stageList, List.<Stage.@Nullable Wire>of()).stream()
              .filter(Objects::nonNull)
              .map(Stage.Wire::stage)
              .filter(Objects::nonNull)
              .toList();
      return new HiringProcess(id, zhName, enName, Numbered.of(ProcessType.values(), type), stages);
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
   *     href="https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job_process/list">Feishu:
   *     list job processes</a>
   */
  public Listing<HiringProcess> list() {
    return Paged.listing(
        transport, Call.get(Endpoint.LIST_JOB_PROCESSES), LARGEST_PAGE, Reply.class, Item::process);
  }
}
