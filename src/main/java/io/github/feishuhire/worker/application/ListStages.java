package io.github.feishuhire.worker.application;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.application.HiringProcess;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.WholeList;
import java.util.Map;
import java.util.stream.Stream;

/** List Stages: the hiring processes of the tenant, each with its stages from first to last. */
public final class ListStages {

  public static final Task TASK =
      Task.named("List Stages", Endpoint.LIST_JOB_PROCESSES, Capacity.OF_LISTS)
          .gives(
              "hiring_processes",
              """
              [{"id":"6960663240925956400","name":{"zh_cn":"社招流程","en_us":"Experienced Hire"},\
              "type":"social","stages":[{"id":"6960663240925956403",\
              "name":{"zh_cn":"面试","en_us":"Interview"},"type":"interview"}]}]""")
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/job_process/list")
          .drawn(
              """
              <path d='M4.5 4v10' stroke='#fff' stroke-width='1.6'/>\
              <circle cx='4.5' cy='4' r='2' fill='#fff'/><circle cx='4.5' cy='9' r='2' fill='#ffb84d'/>\
              <circle cx='4.5' cy='14' r='2' fill='#fff'/>\
              <path d='M8.5 4h6.5M8.5 9h6.5M8.5 14h6.5' stroke='#fff' stroke-width='1.6' stroke-linecap='round'/>""");

  private static final WholeList LIST = new WholeList(TASK);

  private record Request() {}

  private ListStages() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(
        TASK,
        inputs -> new Request(),
        (input, context) ->
            LIST.read(context.hire().hiringProcesses().list(), ListStages::item, context));
  }

  private static Stream<Map<String, Object>> item(HiringProcess process) {
    return Stream.of(
        new Members()
            .with("id", process.id())
            .named(process.zhName(), process.enName())
            .with("type", Members.word(process.type()))
            .with("stages", process.stages().stream().map(ApplicationResult::stage).toList())
            .map());
  }
}
