package io.github.feishuhire.worker.website;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.website.Website;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.WholeList;
import java.util.Map;
import java.util.stream.Stream;

/** List Websites: the career sites of the tenant. */
public final class ListWebsites {

  public static final Task TASK =
      Task.named("List Websites", Endpoint.LIST_WEBSITES, Capacity.OF_LISTS)
          .gives(
              "websites",
              """
              [{"id":"7047318856652261676","name":{"zh_cn":"社会招聘","en_us":"Careers"}}]""")
          .documentedAt(
              "https://open.feishu.cn/document/hire-v1/get-candidates/website/list-website")
          .drawn(
              """
              <path d='M2.5 3.5h13v11h-13z' fill='#fff'/>\
              <path d='M2.5 3.5h13v3h-13z' fill='#ffb84d'/>\
              <path d='M5 9.2h8M5 11.8h5' stroke='#0b6e75' stroke-width='1.5' stroke-linecap='round'/>""");

  private static final WholeList LIST = new WholeList(TASK);

  private record Request() {}

  private ListWebsites() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        inputs -> new Request(),
        (input, context) ->
            LIST.read(context.hire().websites().list(), ListWebsites::item, context));
  }

  private static Stream<Map<String, Object>> item(Website website) {
    return Stream.of(
        new Members().with("id", website.id()).named(website.zhName(), website.enName()).map());
  }
}
