package io.github.feishuhire.sandbox.talent;

import io.github.feishuhire.sandbox.http.Call;
import io.github.feishuhire.sandbox.http.Paging;
import io.github.feishuhire.sandbox.http.Reply;
import io.github.feishuhire.sandbox.http.Rules;
import java.util.Optional;

/**
 * Lists the tags of the tenant, the newest first. Assumption: those that are switched off are left
 * out where they are not asked for.
 */
public final class TalentTagRules implements Rules {

  private static final Paging PAGING = new Paging("items", 20, 100);

  @Override
  public Reply answer(Call call) {
    boolean inactive = call.queried("include_inactive").filter("true"::equals).isPresent();
    Optional<String> keyword = call.queried("keyword").filter(text -> !text.isEmpty());
    return Reply.success(
        PAGING.page(
            call,
            Tag.ALL.stream()
                .filter(tag -> tag.active() || inactive)
                .filter(
                    tag ->
                        keyword.isEmpty()
                            || tag.zhName().contains(keyword.get())
                            || tag.enName().contains(keyword.get()))
                .map(Tag::tree)
                .toList()));
  }
}
