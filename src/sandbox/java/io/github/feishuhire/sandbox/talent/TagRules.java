package io.github.feishuhire.sandbox.talent;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.ErrorCode;
import io.github.feishuhire.sandbox.http.Fields;
import io.github.feishuhire.sandbox.http.Refusal;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.List;

/** Adds tags to a talent, or takes them away. */
public final class TagRules implements Rules {

  private static final int ADD = 1;
  private static final int REMOVE = 2;

  private final Talents talents;

  public TagRules(Talents talents) {
    this.talents = talents;
  }

  @Override
  public Reply answer(Call call) {
    Fields fields = call.fields();
    int operation = fields.requiredInteger("operation");
    if (operation != ADD && operation != REMOVE) {
      throw fields.invalid("operation", "must be 1 or 2");
    }
    List<String> ids = fields.texts("tag_id_list");
    if (ids.isEmpty()) {
      throw fields.invalid("tag_id_list", "is required");
    }
    List<Tag> tags = ids.stream().map(TagRules::tag).toList();
    String talentId = call.parameter("talent_id");
    if (operation == ADD) {
      talents.tag(talentId, tags);
    } else {
      talents.untag(talentId, tags);
    }
    return Reply.success(Reply.object());
  }

  private static Tag tag(String id) {
    Tag tag =
        Tag.ALL.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal(ErrorCode.TAG_NOT_FOUND));
    if (!tag.active()) {
      throw new Refusal(ErrorCode.TAG_INACTIVE);
    }
    return tag;
  }
}
