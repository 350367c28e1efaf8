package io.github.feishuhire.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feishuhire.worker.job.AppliedTemplate;
import io.github.feishuhire.worker.job.JobListener.Ending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TemplateMetricsTest {

  private static final AppliedTemplate UPLOAD = new AppliedTemplate("upload-resume", "1");

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final TemplateMetrics metrics = new TemplateMetrics(registry);

  private List<String> counts() {
    return registry.find("feishu.hire.template.jobs").counters().stream()
        .map(
            counter ->
                "%s %s %s: %.0f"
                    .formatted(
                        counter.getId().getTag("template"),
                        counter.getId().getTag("version"),
                        counter.getId().getTag("outcome"),
                        counter.count()))
        .toList();
  }

  private double total() {
    return registry.find("feishu.hire.template.jobs").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private long templates() {
    return registry.find("feishu.hire.template.jobs").counters().stream()
        .map(counter -> counter.getId().getTag("template"))
        .distinct()
        .count();
  }

  private void endOnce(int nth) {
    metrics.ended(new AppliedTemplate("template-" + nth, "1"), Ending.COMPLETED);
  }

  @Test
  void tellsVersionsAndOutcomesApart() {
    metrics.ended(UPLOAD, Ending.COMPLETED);
    metrics.ended(UPLOAD, Ending.COMPLETED);
    metrics.ended(UPLOAD, Ending.BPMN_ERROR);
    metrics.ended(new AppliedTemplate("upload-resume", "2"), Ending.INCIDENT);

    assertThat(counts())
        .containsExactlyInAnyOrder(
            "upload-resume 1 completed: 2",
            "upload-resume 1 bpmn_error: 1",
            "upload-resume 2 incident: 1");
  }

  @Test
  void countsATaskWithoutATemplateToo() {
    metrics.ended(new AppliedTemplate("", ""), Ending.COMPLETED);

    assertThat(counts()).containsExactly("none none completed: 1");
  }

  @Test
  void countsTheSurplusTogether() {
    metrics.ended(UPLOAD, Ending.COMPLETED);
    IntStream.range(0, TemplateMetrics.TOLD_APART + 20).forEach(this::endOnce);
    metrics.ended(UPLOAD, Ending.COMPLETED);

    assertThat(counts())
        .hasSize(TemplateMetrics.TOLD_APART + 1)
        .contains("upload-resume 1 completed: 2", "template-0 1 completed: 1")
        .contains("other other completed: 21");
  }

  @Test
  void losesNoneWhenManyThreadsComeWithNewTemplates() {
    int each = 3 * TemplateMetrics.TOLD_APART;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 8; thread++) {
        threads.execute(() -> IntStream.range(0, each).forEach(this::endOnce));
      }
    }

    assertThat(total()).isEqualTo(8.0 * each);
    assertThat(templates()).isEqualTo(TemplateMetrics.TOLD_APART + 1);
  }
}
