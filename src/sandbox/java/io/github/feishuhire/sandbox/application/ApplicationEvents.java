package io.github.feishuhire.sandbox.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.event.EventFeed;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.talent.Tag;
import io.github.feishuhire.sandbox.talent.Talents;

/**
 * Tells what has become of an application. Assumption: neither its creation nor its end nor its
 * recovery is a change of the stage.
 */
final class ApplicationEvents {

  private static final int MOVED = 1;
  private static final int LOCKED = 2;
  private static final int UNLOCKED = 3;
  private static final int NOT_LOCKED = 1;
  private static final int LOCKED_ELSEWHERE = 2;

  private final Talents talents;
  private final EventFeed feed;

  ApplicationEvents(Talents talents, EventFeed feed) {
    this.talents = talents;
    this.feed = feed;
  }

  void changed(JobApplication before, JobApplication after) {
    if (!before.stage().equals(after.stage())) {
      feed.happened(
          "hire.application.stage_changed_v1",
          Reply.object()
              .put("application_id", after.id())
              .put("origin_stage_id", before.stage().id())
              .put("target_stage_id", after.stage().id())
              .put("update_time", after.progress().modified().toEpochMilli()));
      tagged(after, MOVED);
    }
    if (before.locked() != after.locked()) {
      tagged(after, after.locked() ? LOCKED : UNLOCKED);
    }
  }

  void deleted(JobApplication application) {
    ObjectNode event = Reply.object();
    event.putArray("application_ids").add(application.id());
    feed.happened("hire.application.deleted_v1", event);
  }

  private void tagged(JobApplication application, int type) {
    talents.require(application.talentId()).tags().stream()
        .filter(Tag::subscribed)
        .forEach(
            tag -> {
              ObjectNode event =
                  Reply.object()
                      .put("talent_id", application.talentId())
                      .put("application_id", application.id())
                      .put("type", type)
                      .put("lock_status", application.locked() ? LOCKED_ELSEWHERE : NOT_LOCKED);
              event.set("tag", tag.summary());
              event.set("application_stage", application.stage().tree());
              feed.happened("hire.talent.tag_subscription_v1", event);
            });
  }
}
