package io.github.feishuhire.worker.talent;

import static io.github.feishuhire.worker.catalogue.CommonInputs.APPLICATION_ID;
import static io.github.feishuhire.worker.catalogue.CommonInputs.TALENT_ID;
import static io.github.feishuhire.worker.catalogue.ErrorCode.APPLICATION_NOT_FOUND;
import static io.github.feishuhire.worker.catalogue.ErrorCode.TALENT_NOT_FOUND;

import io.github.feishuhire.api.Endpoint;
import io.github.feishuhire.api.talent.NoteDraft;
import io.github.feishuhire.worker.catalogue.Capacity;
import io.github.feishuhire.worker.catalogue.Form;
import io.github.feishuhire.worker.catalogue.Group;
import io.github.feishuhire.worker.catalogue.Input;
import io.github.feishuhire.worker.catalogue.Kind;
import io.github.feishuhire.worker.catalogue.Task;
import io.github.feishuhire.worker.input.Inputs;
import io.github.feishuhire.worker.input.InvalidInputException;
import io.github.feishuhire.worker.input.InvalidInputException.Problem;
import io.github.feishuhire.worker.job.JobContext;
import io.github.feishuhire.worker.job.Operation;
import io.github.feishuhire.worker.outcome.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Create Note: writes a note about a talent, once. */
public final class CreateNote {

  private static final Input CONTENT = Input.entry("content", Form.TEXT, "候选人希望周五面试");

  private static final Input APPLICATION =
      APPLICATION_ID.in(Group.CANDIDATE).toggled("withApplication");

  private static final Input CREATOR =
      Input.entry("creator_id", Form.ID, "ou_f476cb099ac9227c9bae09ce46112579")
          .toggled("withCreator");

  private static final Input PRIVACY = Input.of("privacy", new Kind.Choice(List.of("2", "1")));

  public static final Task TASK =
      Task.named("Create Note", Endpoint.CREATE_NOTE, Capacity.OF_A_SECOND)
          .takes(TALENT_ID, CONTENT, APPLICATION, CREATOR, PRIVACY)
          .gives("note_id", "\"6960663240925956901\"")
          .endsWith(TALENT_NOT_FOUND, APPLICATION_NOT_FOUND)
          .documentedAt(
              "https://open.feishu.cn/document/ukTMukTMukTM/uMzM1YjLzMTN24yMzUjN/hire-v1/note/create")
          .drawn(
              """
              <path d='M3 2.5h9v13H3z' fill='#fff'/>\
              <path d='M5 5.8h5M5 8.4h3.4' stroke='#0b6e75' stroke-width='1.2' stroke-linecap='round'/>\
              <path d='M15.6 5.2l1.6 1.6-6.4 6.5-2.3.7.7-2.3z' fill='#ffb84d'/>""");

  private record Request(NoteDraft draft) {}

  private CreateNote() {}

  /** The row with what it does. */
  public static Operation<?> operation() {
    return new Operation<>(TASK, CreateNote::bind, CreateNote::run);
  }

  private static Request bind(Inputs inputs) {
    return new Request(
        new NoteDraft(
            inputs.id(TALENT_ID),
            inputs.optionalText(APPLICATION),
            inputs.optionalText(CREATOR),
            inputs.text(CONTENT),
            privacy(inputs.optionalTextOrWholeNumber(PRIVACY))));
  }

  private static @Nullable Integer privacy(@Nullable String text) {
    return switch (text) {
      case null -> null;
      case "1" -> 1;
      case "2" -> 2;
      default -> throw new InvalidInputException(PRIVACY.name(), Problem.UNKNOWN_PRIVACY);
    };
  }

  private static Outcome run(Request request, JobContext context) {
    String id = context.hire().notes().create(request.draft(), context.options());
    return new Outcome.Completed(Map.of(TASK.output().name(), id));
  }
}
