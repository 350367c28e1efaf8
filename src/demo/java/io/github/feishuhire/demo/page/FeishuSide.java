package io.github.feishuhire.demo.page;

import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.demo.seen.Visit;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.sandbox.application.JobApplication;
import io.github.feishuhire.sandbox.attachment.Attachment;
import io.github.feishuhire.sandbox.delivery.Application;
import io.github.feishuhire.sandbox.gateway.RecordedRequest;
import io.github.feishuhire.sandbox.siteuser.SiteUser;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the stand-in for Feishu has, and what was asked of it. */
final class FeishuSide {

  private static final int LATEST = 40;

  /** Everything the page shows of it. */
  record View(
      FeishuMood mood,
      List<Person> users,
      List<Resume> resumes,
      List<Applied> applications,
      List<Line> requests) {}

  /** A site user. */
  record Person(String id, String name, String externalId) {}

  /** An uploaded file. */
  record Resume(String id, String name, long size) {}

  /** Who has applied for what, and how far that is; the stage is null where it is deleted. */
  record Applied(
      String id, String name, String userId, String jobPostId, @Nullable StageView stage) {}

  /** A stage by its names; whether the application goes on there. */
  record StageView(String zhName, String enName, boolean active) {}

  /** A request in one line. */
  record Line(String logId, String at, String method, String path, int status) {}

  private final Sandbox sandbox;
  private final Origins origins;
  private final Seen seen;
  private volatile FeishuMood mood = FeishuMood.WELL;

  FeishuSide(Sandbox sandbox, Origins origins, Seen seen) {
    this.sandbox = sandbox;
    this.origins = origins;
    this.seen = seen;
  }

  void set(FeishuMood wanted) {
    wanted.apply(sandbox);
    mood = wanted;
  }

  void revokeTokens() {
    sandbox.revokeTokens();
  }

  View view() {
    Map<String, SiteUser> users =
        sandbox.siteUsers().stream().collect(Collectors.toMap(SiteUser::userId, user -> user));
    Map<String, JobApplication> hiring =
        sandbox.hiring().shown().stream()
            .collect(Collectors.toMap(JobApplication::id, application -> application));
    List<RecordedRequest> requests = sandbox.requests();
    return new View(
        mood,
        sandbox.siteUsers().stream().map(FeishuSide::person).toList().reversed(),
        sandbox.attachments().stream().map(FeishuSide::resume).toList().reversed(),
        sandbox.applications().stream()
            .map(one -> applied(one, users.get(one.userId()), hiring.get(one.id())))
            .toList()
            .reversed(),
        requests.subList(Math.max(0, requests.size() - LATEST), requests.size()).stream()
            .map(FeishuSide::line)
            .toList()
            .reversed());
  }

  private static Person person(SiteUser user) {
    return new Person(user.userId(), user.name().orElse(""), user.externalId());
  }

  private static Resume resume(Attachment file) {
    return new Resume(file.id(), file.name(), file.size());
  }

  private static Applied applied(
      Application one, @Nullable SiteUser user, @Nullable JobApplication application) {
    return new Applied(
        one.id(),
        user == null ? "" : user.name().orElse(""),
        one.userId(),
        one.jobPostId(),
        application == null
            ? null
            : new StageView(
                application.stage().zhName(),
                application.stage().enName(),
                application.isActive()));
  }

  /** As the recruiter of Feishu does: the application comes to the stage after its own. */
  void moveOn(String application) {
    boolean isThere =
        sandbox.hiring().shown().stream().anyMatch(one -> one.id().equals(application));
    if (!isThere) {
      throw new NoSuchElementException("application " + application);
    }
    var unused = sandbox.recruiter().moveOn(application);
  }

  private static Line line(RecordedRequest request) {
    return new Line(
        request.logId(),
        request.at().toString(),
        request.method(),
        request.path(),
        request.answer().map(RecordedRequest.Answer::status).orElse(0));
  }

  /** The requests that were made while an instance was at its elements, by the visit's key. */
  Map<Long, List<Exchange>> exchanges(long instance) {
    Set<Long> visits =
        seen.visits(instance).stream().map(Visit::key).collect(Collectors.toUnmodifiableSet());
    return sandbox.requests().stream()
        .filter(request -> visits.contains(visit(request)))
        .collect(
            Collectors.groupingBy(
                this::visit, Collectors.mapping(Exchange::of, Collectors.toList())));
  }

  /** Zero when it was for no job. */
  private long visit(RecordedRequest request) {
    return origins.job(request.logId()).stream()
        .flatMap(job -> seen.elementOfJob(job).stream())
        .findFirst()
        .orElse(0);
  }

  /** One request with its reply. */
  Optional<Exchange> exchange(String logId) {
    return sandbox.requests().stream()
        .filter(request -> request.logId().equals(logId))
        .findFirst()
        .map(Exchange::of);
  }
}
