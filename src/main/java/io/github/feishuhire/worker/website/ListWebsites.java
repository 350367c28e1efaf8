package io.github.feishuhire.worker.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Website;
import io.github.feishuhire.worker.job.Capacity;
import io.github.feishuhire.worker.job.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** List Websites: the career sites of the tenant. */
public final class ListWebsites {

  private static final WholeList LIST = new WholeList("websites", List.of());

  private record Input() {}

  private ListWebsites() {}

  /** The row for the table of operations. */
  public static Operation<?> operation() {
    return new Operation<>(
        "List Websites",
        "feishu-hire:list-websites:1",
        List.of(),
        LIST.variable(),
        Endpoint.LIST_WEBSITES,
        Capacity.OF_LISTS,
        inputs -> new Input(),
        (input, context) ->
            LIST.read(context.hire().websites().list(), ListWebsites::item, context));
  }

  private static Stream<Map<String, Object>> item(Website website) {
    return Stream.of(
        new Members().with("id", website.id()).named(website.zhName(), website.enName()).map());
  }
}
