package io.github.feishuhire.worker.talent;

import static io.github.feishuhire.worker.catalogue.CommonInputs.TALENT_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TAG_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TALENT_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.talent.Tag;
import io.github.feishuhire.api.talent.Talents;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import io.github.feishuhire.worker.output.Members;
import io.github.feishuhire.worker.output.Pages;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Tag Talent: adds tags to a talent or takes them away, one after another; what is so already is
 * left as it is.
 */
public final class TagTalent {

  private static final Input TAG = Input.entry("tag", Form.TEXT, "重点候选人").blamedFor(TAG_NOT_FOUND);

  private static final Input REMOVE = Input.of("remove", new Kind.Flag());

  public static final Task TASK =
      Task.named("Tag Talent", Endpoint.TAG_TALENT, Capacity.OF_A_SECOND)
          .takes(TALENT_ID, TAG, REMOVE)
          .gives(
              "talent_tags",
              """
              [{"id":"6960663240925956661","name":{"zh_cn":"重点候选人","en_us":"Priority"}}]""")
          .endsWith(TALENT_NOT_FOUND, TAG_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/talent/tag")
          .drawn(
              """
              <path d='M2.5 3h6.2l6.8 6.8-5.7 5.7L2.5 8.2z' fill='#fff'/>\
              <circle cx='5.6' cy='6' r='1.5' fill='#ffb84d'/>""");

  private static final Pattern ID = Pattern.compile("[0-9]{10,}");

  private record Request(String talentId, List<String> tags, boolean remove) {}

  private TagTalent() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, TagTalent::bind, TagTalent::run);
  }

  private static Request bind(Inputs inputs) {
    String talentId = inputs.id(TALENT_ID);
    List<String> tags = inputs.optionalTexts(TAG);
    if (tags == null) {
      throw new InvalidInputException(TAG.name(), Problem.MISSING);
    }
    return new Request(talentId, tags, inputs.flag(REMOVE));
  }

  private static Outcome run(Request request, JobContext context) {
    List<Tag> tags = tags(request.tags(), context);
    Talents talents = context.hire().talents();
    for (Tag tag : tags) {
      if (request.remove()) {
        talents.untag(request.talentId(), tag.id(), context.nextOptions());
      } else {
        talents.tag(request.talentId(), tag.id(), context.nextOptions());
      }
    }
    return new Outcome.Completed(
        Map.of(TASK.output().name(), tags.stream().map(TagTalent::item).toList()));
  }

  /** Names are looked up; ids are left to Feishu. */
  private static List<Tag> tags(List<String> wanted, JobContext context) {
    if (wanted.stream().allMatch(text -> ID.matcher(text).matches())) {
      return wanted.stream().map(id -> new Tag(id, null, null)).toList();
    }
    List<Tag> known = Pages.all(context.hire().tags().list(), context);
    return wanted.stream().map(text -> tag(text, known)).toList();
  }

  private static Tag tag(String wanted, List<Tag> known) {
    return known.stream()
        .filter(
            tag ->
                wanted.equals(tag.id())
                    || wanted.equalsIgnoreCase(tag.zhName())
                    || wanted.equalsIgnoreCase(tag.enName()))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(TAG.name(), Problem.UNKNOWN_TAG));
  }

  private static Map<String, Object> item(Tag tag) {
    Members members = new Members().with("id", tag.id());
    return tag.zhName() == null && tag.enName() == null
        ? members.map()
        : members.named(tag.zhName(), tag.enName()).map();
  }
}
