package io.github.feishuhire.monitoring;

import io.github.feishuhire.worker.job.AppliedTemplate;
import io.github.feishuhire.worker.job.JobListener.Ending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts jobs by the template their task was made with. A model can name any template, and each one
 * stays in memory: the first hundred are told apart, the rest is counted together.
 */
final class TemplateMetrics {

  static final int TOLD_APART = 100;

  private final MeterProvider<Counter> jobs;
  private final Set<AppliedTemplate> toldApart = new HashSet<>();

  TemplateMetrics(MeterRegistry registry) {
    this.jobs =
        Counter.builder("feishu.hire.template.jobs")
            .description("Runs of jobs by the element template of their task")
            .withRegistry(registry);
  }

  void ended(AppliedTemplate template, Ending ending) {
    AppliedTemplate shown = isToldApart(template) ? template : AppliedTemplate.OTHER;
    jobs.withTags(
            "template", shown.id(),
            "version", shown.version(),
            "outcome", ending.outcome())
        .increment();
  }

  private boolean isToldApart(AppliedTemplate template) {
    synchronized (toldApart) {
      return toldApart.contains(template)
          || (toldApart.size() < TOLD_APART && toldApart.add(template));
    }
  }
}
