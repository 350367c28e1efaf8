package io.github.feishuhire.sandbox.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an application is.
 *
 * @param stages it has been in; it is in the last one
 */
record Progress(
    JobProcess process,
    List<StageTime> stages,
    Optional<Termination> termination,
    Instant modified) {

  Progress {
    stages = List.copyOf(stages);
  }

  static Progress begun(JobProcess process, Instant now) {
    return new Progress(
        process,
        List.of(new StageTime(process.first(), now, Optional.empty())),
        Optional.empty(),
        now);
  }

  Stage stage() {
    return stages.getLast().stage();
  }

  Progress movedTo(Stage target, Instant now) {
    List<StageTime> times = new ArrayList<>(stages);
    StageTime current = times.removeLast();
    times.add(new StageTime(current.stage(), current.entered(), Optional.of(now)));
    times.removeIf(time -> time.stage().equals(target));
    times.add(new StageTime(target, now, Optional.empty()));
    return new Progress(process, times, termination, now);
  }

  Progress ended(Termination how, Instant now) {
    return new Progress(process, stages, Optional.of(how), now);
  }

  Progress recovered(Instant now) {
    return new Progress(process, stages, Optional.empty(), now);
  }
}
