package io.github.feishuhire.demo.page;

import io.camunda.client.CamundaClient;
import io.github.feishuhire.demo.seen.Seen;
import io.github.feishuhire.sandbox.Sandbox;
import io.github.feishuhire.words.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;

/** The page as a part of the running demo. */
public final class Page {

  /** Slow enough to be seen, and for somebody to come in between. */
  private static final Duration PATIENCE_OF_RECRUITER = Duration.ofSeconds(8);

  /** What changes on Feishu's side without an event is looked for this often. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

  /** What a page gets; null is what has not changed. */
  record News(@Nullable Object instances, @Nullable Object deployed, @Nullable Object feishu) {}

  private final Seen seen;
  private final Troupe troupe;
  private final Desk desk;
  private final Language language;
  private final Views views;
  private final Broadcast broadcast = new Broadcast();
  private final Origins origins = new Origins();
  private final Guard guard = new Guard();
  private final AtomicReference<@Nullable FeishuSide> feishu = new AtomicReference<>();
  private String told = "";
  private Instant nextLook = Instant.MIN;

  public Page(Seen seen, Troupe troupe, Desk desk, Language language) {
    this.seen = seen;
    this.troupe = troupe;
    this.desk = desk;
    this.language = language;
    this.views = new Views(seen, troupe, desk);
  }

  /** Called before the page is served. */
  public void show(Sandbox sandbox) {
    feishu.set(new FeishuSide(sandbox, origins, seen));
  }

  /** Functions and no annotated classes: those would be found by every test that scans. */
  public void addTo(GenericApplicationContext context) {
    context.registerBean("pageGuard", Guard.class, () -> guard);
    context.registerBean("pageOrigins", Origins.class, () -> origins);
    context.registerBean(
        "page", RouterFunction.class, () -> routes(context.getBean(CamundaClient.class)));
  }

  private RouterFunction<?> routes(CamundaClient client) {
    var looks = new Looks(seen, views, broadcast, this::feishu, guard, language);
    var deeds =
        new Deeds(
            desk, client, new Mending(seen, client), new Models(client), this::feishu, troupe);
    return Assets.routes().and(looks.routes()).and(deeds.routes());
  }

  private FeishuSide feishu() {
    return Objects.requireNonNull(feishu.get(), "the sandbox has not started");
  }

  /** Tells every page what is new. */
  public void tell(Seen.News news, Instant now) {
    if (!broadcast.isWatched()) {
      return;
    }
    @Nullable Object changedFeishu = null;
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(BETWEEN_LOOKS);
      FeishuSide.View view = feishu().view();
      String text = Json.write(view);
      if (!text.equals(told)) {
        told = text;
        changedFeishu = view;
      }
    }
    if (!news.instances().isEmpty() || news.deployments() || changedFeishu != null) {
      broadcast.send(
          new News(
              news.instances().isEmpty() ? null : views.of(seen.of(news.instances())),
              news.deployments() ? views.deployed() : null,
              changedFeishu));
    }
  }

  /** How long the recruiter leaves a task to somebody who looks on. */
  public Duration patienceOfRecruiter() {
    return broadcast.isWatched() ? PATIENCE_OF_RECRUITER : Duration.ZERO;
  }

  /** Whether somebody looks on. */
  public boolean isWatched() {
    return broadcast.isWatched();
  }
}
