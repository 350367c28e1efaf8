package io.github.feishuhire.worker.application;

import io.github.feishuhire.api.application.Application;
import io.github.feishuhire.api.application.Stage;
import io.github.feishuhire.api.application.Termination;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.output.Members;
import java.util.Map;

/** The variable {@code application}: what a process may know of an application. */
final class ApplicationResult {

  static final String VARIABLE = "application";

  static final String EXAMPLE =
      """
      {"id":"6960663240925956657","job_id":"6960663240925956659",\
      "talent_id":"7095600054216542508","status":"active",\
      "stage":{"id":"6960663240925956403","name":{"zh_cn":"面试","en_us":"Interview"},\
      "type":"interview"},"create_time":"2026-11-02T09:00:00Z",\
      "modify_time":"2026-11-05T03:00:00Z",\
      "termination":{"type":"company_declined","reasons":["7230753910687080000"],"note":"…"}}""";

  private ApplicationResult() {}

  static Outcome completed(Application application) {
    return new Outcome.Completed(Map.of(VARIABLE, of(application)));
  }

  private static Map<String, Object> of(Application application) {
    return new Members()
        .with("id", application.id())
        .with("job_id", application.jobId())
        .with("talent_id", application.talentId())
        .with("status", application.active() ? "active" : "terminated")
        .with("stage", application.stage() == null ? null : stage(application.stage()))
        .with("create_time", Members.text(application.created()))
        .with("modify_time", Members.text(application.modified()))
        .with(
            "termination",
            application.termination() == null ? null : termination(application.termination()))
        .map();
  }

  static Map<String, Object> stage(Stage stage) {
    return new Members()
        .with("id", stage.id())
        .named(stage.zhName(), stage.enName())
        .with("type", Members.word(stage.type()))
        .map();
  }

  private static Map<String, Object> termination(Termination termination) {
    return new Members()
        .with("type", Members.word(termination.type()))
        .with("reasons", termination.reasonIds())
        .with("note", termination.note())
        .map();
  }
}
