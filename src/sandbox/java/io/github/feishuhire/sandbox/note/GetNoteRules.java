package io.github.feishuhire.sandbox.note;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;

/** Shows a note. Assumption: the id of one that is not there is a wrong parameter. */
public final class GetNoteRules implements Rules {

  private final Notes notes;

  public GetNoteRules(Notes notes) {
    this.notes = notes;
  }

  @Override
  public Reply answer(Call call) {
    String id = call.parameter("note_id");
    Note found =
        notes.all().stream()
            .filter(note -> note.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(ErrorCode.PARAMETER_ERROR, "there is no such note"));
    return Reply.success(
        Reply.object()
            .set(
                "note",
                Reply.object()
                    .put("id", found.id())
                    .put("talent_id", found.talentId())
                    .put("content", found.content())));
  }
}
