package io.github.feishuhire.sandbox.note;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.feishuhire.sandbox.application.Applications;
import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Ids;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import io.github.feishuhire.sandbox.talent.Talents;
import java.time.InstantSource;

/** Makes a note, whether or not there is one like it. It does not look at who is mentioned. */
public final class NoteRules implements Rules {

  private static final int PRIVATE = 1;
  private static final int PUBLIC = 2;

  private final Talents talents;
  private final Applications applications;
  private final Notes notes;
  private final Ids ids;
  private final InstantSource clock;

  public NoteRules(
      Talents talents, Applications applications, Notes notes, Ids ids, InstantSource clock) {
    this.talents = talents;
    this.applications = applications;
    this.notes = notes;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Reply answer(Call call) {
    Fields fields = call.fields();
    int privacy = fields.integer("privacy").orElse(PUBLIC);
    if (privacy != PRIVATE && privacy != PUBLIC) {
      throw fields.invalid("privacy", "must be 1 or 2");
    }
    var note =
        new Note(
            ids.decimal(),
            fields.requiredText("talent_id"),
            fields.text("application_id"),
            fields.text("creator_id"),
            fields.requiredText("content"),
            privacy == PRIVATE);
    String talentId = talents.require(note.talentId()).id();
    // Assumption: an application of somebody else is refused like one that is not there.
    if (note.applicationId()
        .filter(id -> !applications.require(id).talentId().equals(talentId))
        .isPresent()) {
      throw new Refusal(ErrorCode.APPLICATION_NOT_FOUND);
    }
    notes.add(note);
    return Reply.success(Reply.object().set("note", tree(note, clock.millis())));
  }

  private static ObjectNode tree(Note note, long now) {
    ObjectNode tree =
        Reply.object()
            .put("id", note.id())
            .put("talent_id", note.talentId())
            .put("content", note.content())
            .put("is_private", note.isPrivate())
            .put("create_time", now)
            .put("modify_time", now);
    note.applicationId().ifPresent(id -> tree.put("application_id", id));
    note.creatorId().ifPresent(id -> tree.put("creator_id", id));
    return tree;
  }
}
